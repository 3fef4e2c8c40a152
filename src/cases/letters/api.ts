import { type Context, Hono } from 'hono';
import type { PoolClient } from 'pg';
import { getLetterhead, type Letterhead, openLogo } from '../../desk/index.ts';
import { type Actor, deskRoles, withActor } from '../../platform/database/actor.ts';
import { answerDocument } from '../../platform/http/answer-document.ts';
import type { FilesContext } from '../../platform/files/context.ts';
import { readJson } from '../../platform/http/body.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { journalRead } from '../../platform/journal.ts';
import { referenceOf } from '../../platform/reference.ts';
import { previewSchema, printSchema, type TemplatesAnswer, valuesSchema } from './contract.ts';
import { receiptRoutes } from './receipt/api.ts';
import { type PrintedLetter, renderLetters } from './render-letters.ts';
import { blanksIn } from './rules.ts';
import { countLetters, findLetters, listLetters, listTemplates, listValues } from './store.ts';

const unclear = (): Response => problem(400, 'invalid_letters', 'Ask for 1 to 100 letters by their ids, with commas between.');
const isDesk = ({ role }: Actor): boolean => deskRoles.some((r) => r === role);

function showPdf(c: Context<ActorEnv>, letters: readonly PrintedLetter[]): Promise<Response> {
  const name = letters.length === 1 && letters[0] ? letters[0].reference : 'courriers';
  return answerDocument(c, name, 'pdf', () => renderLetters(letters));
}

/** `/api/cases/letters/…` and `/api/cases/:id/letters`: templates, what fills them, and letters as they went out. */
export function letterRoutes(context: FilesContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  receiptRoutes(app, context);
  /** Letters of one head have one logo, opened once. */
  const withLogos = async <L extends { head: Letterhead }>(tx: PoolClient, letters: readonly L[]) => {
    const logos = new Map<string | null, string | null>();
    for (const { head } of letters) if (!logos.has(head.logoFileId)) logos.set(head.logoFileId, await openLogo(tx, context.vault, head));
    return letters.map((letter) => ({ ...letter, logo: logos.get(letter.head.logoFileId) ?? null }));
  };

  app.get('/api/cases/letters/templates', (c) =>
    answerRead(
      context,
      c,
      deskRoles,
      async (tx, _actor, language): Promise<TemplatesAnswer> => ({ templates: await listTemplates(tx, language) }),
    ),
  );

  app.post('/api/cases/letters/values', async (c) => {
    const body = await readJson(c, valuesSchema);
    if (body.refused) return body.refused;
    return answerRead(context, c, deskRoles, async (tx, actor) => {
      const cases = await listValues(tx, { caseIds: body.value.caseIds, organizationId: actor.organizationId, now: new Date() });
      for (const { caseId } of cases) await journalRead(tx, actor, 'case', caseId);
      return { cases };
    });
  });

  app.post('/api/cases/letters/preview', async (c) => {
    const actor = c.get('actor');
    if (!isDesk(actor)) return notAllowed();
    const body = await readJson(c, previewSchema);
    if (body.refused) return body.refused;
    const { title, texts, letterId } = body.value;
    if (Object.values(texts).some((text) => text && blanksIn(text).length > 0))
      return problem(422, 'letter_has_blanks', 'The text still leaves something open between braces. Fill it in.');
    const letters = await withActor(context.databases.app, actor, async (tx) =>
      withLogos(tx, [{ reference: referenceOf(letterId), title, texts, head: await getLetterhead(tx, actor.organizationId) }]),
    );
    return showPdf(c, letters);
  });

  // Whether they have arrived: a screen shows the link to print them only then.
  app.get('/api/cases/letters/kept', (c) => {
    const ids = printSchema.safeParse(c.req.query('ids') ?? '');
    if (!ids.success) return unclear();
    return answerRead(context, c, deskRoles, async (tx) => ({ kept: await countLetters(tx, ids.data) }));
  });

  app.get('/api/cases/letters/print', async (c) => {
    const actor = c.get('actor');
    const ids = printSchema.safeParse(c.req.query('ids') ?? '');
    if (!isDesk(actor)) return notAllowed();
    if (!ids.success) return unclear();
    const letters = await withActor(context.databases.app, actor, async (tx) => {
      const found = await findLetters(tx, ids.data);
      for (const { caseId } of found) await journalRead(tx, actor, 'case', caseId);
      return withLogos(tx, found);
    });
    return letters.length < ids.data.length ? notFound() : showPdf(c, letters);
  });

  app.get('/api/cases/:id/letters', (c) => {
    const id = idFrom(c);
    if (!id) return notFound();
    return answerRead(context, c, deskRoles, async (tx, actor) => {
      const letters = await listLetters(tx, id);
      if (letters.length > 0) await journalRead(tx, actor, 'case', id);
      return { letters };
    });
  });
  return app;
}
