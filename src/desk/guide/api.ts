import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { z } from 'zod';
import { deskRoles, withActor } from '../../platform/database/actor.ts';
import { roles } from '../../platform/database/member-roles.ts';
import { readJson } from '../../platform/http/body.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { ownOrigin } from '../../platform/http/security.ts';
import { queueMessage } from '../../platform/mail/message.ts';
import { getCellName } from '../store.ts';
import { type Guide, readySchema, sendSchema, sheetLanguagesSchema } from './contract.ts';
import { plainText } from './plain-text.ts';
import { inLanguage } from './rules.ts';
import { renderProcedureSheet } from './sheet/procedure-sheet.ts';
import { listProcedures } from './store.ts';

const listed = (value: string): string[] => (value === '' ? [] : value.split(','));
const sheetQuerySchema = z.object({
  languages: z.string().default('fr').transform(listed).pipe(sheetLanguagesSchema),
  ready: z
    .string()
    .default('')
    .transform((value) => listed(value).map(Number))
    .pipe(readySchema),
});

export function guideRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();

  // Asked for with every visit and seldom new: a device on a weak network is told so in a few bytes. Nothing in it is about a person.
  app.get('/api/desk/guide', etag(), async (c) => {
    const answer = await answerRead(
      context,
      c,
      roles,
      async (tx): Promise<Guide> => ({
        procedures: await listProcedures(tx, new Date()),
        canMail: context.config.mail !== undefined,
      }),
    );
    if (answer.ok) answer.headers.set('cache-control', 'private, no-cache');
    return answer;
  });

  app.get('/api/desk/guide/:id/sheet', async (c) => {
    const id = idFrom(c);
    const asked = sheetQuerySchema.safeParse(c.req.query());
    if (!asked.success)
      return problem(400, 'invalid_sheet', 'languages is one or two of fr, ar, en, es; ready is a list of places of papers.');
    if (!id) return notFound();
    const actor = c.get('actor');
    const now = new Date();
    const found = await withActor(context.databases.app, actor, async (tx) => {
      const [procedure] = await listProcedures(tx, now, id);
      return procedure && { procedure, cell: await getCellName(tx, actor.organizationId) };
    });
    if (!found) return notFound();
    const { serviceId } = found.procedure.office;
    const pdf = await renderProcedureSheet({
      ...found,
      ...asked.data,
      issuedOn: now.toISOString().slice(0, 10),
      address: serviceId && `${ownOrigin(context.config, c.req.raw)}/${asked.data.languages[0]}/services/${serviceId}`,
    });
    return c.body(Uint8Array.from(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${found.procedure.key}.pdf"`,
      'cache-control': 'no-store',
    });
  });

  // Not a command: a command is kept on the device and in the journal, and this address must stay in neither.
  app.post('/api/desk/guide/:id/send', async (c) => {
    const id = idFrom(c);
    if (!id) return notFound();
    const actor = c.get('actor');
    if (!deskRoles.some((role) => role === actor.role)) return notAllowed();
    if (!context.config.mail) return problem(409, 'mail_is_off', 'This installation sends no letters. Print the sheet, or copy its text.');
    const body = await readJson(c, sendSchema);
    if (body.refused) return body.refused;
    const { to, languages, ready } = body.value;
    const sent = await withActor(context.databases.app, actor, async (tx) => {
      const [procedure] = await listProcedures(tx, new Date(), id);
      if (!procedure) return false;
      const { fr, ar } = await getCellName(tx, actor.organizationId);
      const [first = 'fr'] = languages;
      await tx.query(
        queueMessage({
          kind: 'procedure_sheet',
          to,
          subject: inLanguage(procedure.title, first),
          text: `${plainText(procedure, languages, ready)}\n\n${first === 'ar' ? ar : fr}\n`,
        }),
      );
      return true;
    });
    return sent ? c.json({ queued: true }, 202) : notFound();
  });
  return app;
}
