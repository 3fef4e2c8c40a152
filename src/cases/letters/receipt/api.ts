import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { getLetterhead, openLogo } from '../../../desk/index.ts';
import { findErasure } from '../../../people/index.ts';
import { type Actor, deskRoles, withActor } from '../../../platform/database/actor.ts';
import type { FilesContext } from '../../../platform/files/context.ts';
import { readJson } from '../../../platform/http/body.ts';
import { problem } from '../../../platform/http/problem.ts';
import { type ActorEnv, idFrom, notAllowed, notFound } from '../../../platform/http/reading.ts';
import { journalRead } from '../../../platform/journal.ts';
import { queueMessage } from '../../../platform/mail/message.ts';
import { type LetterLanguage, letterLanguages } from '../lists.ts';
import { type ErasureReceipt, renderErasureReceipt } from './erasure-receipt.ts';
import { receiptIn, receiptText, renderReceipt } from './receipt.ts';
import { findReceipt } from './store.ts';

const languagesSchema = z.array(z.enum(letterLanguages)).min(1).max(2);
const listedSchema = z
  .string()
  .default('fr')
  .transform((v) => v.split(','))
  .pipe(languagesSchema);
const sendSchema = z
  .strictObject({ address: z.email().max(254).optional(), own: z.literal(true).optional(), languages: languagesSchema })
  .refine((s) => (s.address === undefined) !== (s.own === undefined), { path: ['address'], message: 'one_address' });

const showPdf = (c: Context, reference: string, pdf: Uint8Array): Response =>
  c.body(Uint8Array.from(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${reference}.pdf"`,
    'cache-control': 'no-store',
  });
/** Which receipt somebody of a desk asks for on paper, or the answer when they may not have it so. */
function receiptAsked(c: Context<ActorEnv>): { id: string; languages: LetterLanguage[]; actor: Actor } | Response {
  const id = idFrom(c);
  const languages = listedSchema.safeParse(c.req.query('languages'));
  if (!languages.success) return problem(400, 'invalid_language', 'A receipt is printed in fr, ar or fr,ar.');
  const actor = c.get('actor');
  if (!deskRoles.some((role) => role === actor.role)) return notAllowed();
  return id ? { id, languages: languages.data, actor } : notFound();
}

/** `/api/cases/consents/:id/…`, `/api/cases/erasures/:id/receipt`: what the person takes home of what they answered or asked. */
export function receiptRoutes(app: Hono<ActorEnv>, context: FilesContext): void {
  app.get('/api/cases/erasures/:id/receipt', async (c) => {
    const asked = receiptAsked(c);
    if (asked instanceof Response) return asked;
    const { id, languages, actor } = asked;
    const found = await withActor(context.databases.app, actor, async (tx) => {
      const faces: { language: LetterLanguage; erasure: ErasureReceipt }[] = [];
      for (const language of languages) {
        const erasure = await findErasure(tx, id, language);
        if (erasure) faces.push({ language, erasure });
      }
      const head = await getLetterhead(tx, actor.organizationId);
      return { faces, head, logo: await openLogo(tx, context.vault, head) };
    });
    const [first] = found.faces;
    if (!first) return notFound();
    return showPdf(c, first.erasure.reference, await renderErasureReceipt(found.faces, found.head, found.logo));
  });

  app.get('/api/cases/consents/:id/receipt', async (c) => {
    const asked = receiptAsked(c);
    if (asked instanceof Response) return asked;
    const { id, languages, actor } = asked;
    const found = await withActor(context.databases.app, actor, async (tx) => {
      const receipt = await findReceipt(tx, id);
      if (!receipt) return undefined;
      await journalRead(tx, actor, 'case', receipt.caseId);
      const head = await getLetterhead(tx, actor.organizationId);
      return { receipt, head, logo: await openLogo(tx, context.vault, head) };
    });
    if (!found) return notFound();
    const pdf = await renderReceipt(found.receipt, languages, found.head, found.logo, new Date());
    return showPdf(c, found.receipt.reference, pdf);
  });

  // Not a command: a command is kept on the device and in the journal, and an address typed for once must stay in neither.
  app.post('/api/cases/consents/:id/send', async (c) => {
    const id = idFrom(c);
    const actor = c.get('actor');
    if (!deskRoles.some((role) => role === actor.role)) return notAllowed();
    if (!id) return notFound();
    if (!context.config.mail) return problem(409, 'mail_is_off', 'This installation sends no letters. Print the receipt.');
    const body = await readJson(c, sendSchema);
    if (body.refused) return body.refused;
    const { address, languages } = body.value;
    const outcome = await withActor(context.databases.app, actor, async (tx) => {
      const receipt = await findReceipt(tx, id);
      if (!receipt) return 'not_found';
      const mayWrite = receipt.contactPreference === 'any' || receipt.contactPreference === 'message';
      const to = address ?? (mayWrite ? receipt.email : null);
      if (!to) return 'not_wished';
      const head = await getLetterhead(tx, actor.organizationId);
      const now = new Date();
      const [first = 'fr'] = languages;
      const { title } = receiptIn(first, receipt, head, now);
      await tx.query(queueMessage({ kind: 'consent_receipt', to, subject: title, text: receiptText(receipt, languages, head, now) }));
      await tx.query(
        `insert into platform.journal (kind, subject_kind, subject_id, organization_id, user_id, payload) values ('receipt_sent', 'case', $1, $2, $3, $4)`,
        [receipt.caseId, actor.organizationId, actor.userId, { consentId: id, own: address === undefined }],
      );
      return 'queued';
    });
    if (outcome === 'not_found') return notFound();
    if (outcome === 'not_wished')
      return problem(409, 'contact_not_wished', 'The person has no address here, or does not wish to be written to. Print the receipt.');
    return c.json({ queued: true }, 202);
  });
}
