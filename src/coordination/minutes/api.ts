import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { withActor } from '../../platform/database/actor.ts';
import { answerPaper } from '../../platform/http/answer-document.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notAllowed, notFound } from '../../platform/http/reading.ts';
import { translator } from '../../platform/i18n/index.ts';
import { members } from '../commands/said.ts';
import { minutesPaper, type PrintedMinutes } from './paper.ts';
import { readPublicMeeting } from './public.ts';
import { findVersion, listDecisions, readLive, viewMinutes } from './store.ts';
import { minutesWords } from './words/index.ts';

const speak = { fr: translator([minutesWords.fr], 'fr'), ar: translator([minutesWords.ar], 'ar') };
/** Without a version: the newest one, or the draft where there is none. */
const askedSchema = z.object({
  language: z.enum(['fr', 'ar']).default('fr'),
  version: z.union([z.literal('draft'), z.coerce.number().int().min(1).max(999)]).optional(),
});
const decisionsSchema = z.object({ bodyId: z.uuid().optional(), meetingId: z.uuid().optional() });

/** `/api/coordination/meetings/:id/*`: what is noted in a meeting, and the minutes made of it; what meetings decided. */
export function minutesRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/coordination/meetings/:id/notes', (c) =>
    answerRead(context, c, members, async (tx, _actor, language) => {
      const id = idFrom(c);
      return id === undefined ? undefined : readLive(tx, id, language);
    }),
  );
  app.get('/api/coordination/meetings/:id/minutes', (c) =>
    answerRead(context, c, members, async (tx, _actor, language) => {
      const id = idFrom(c);
      return id === undefined ? undefined : viewMinutes(tx, id, language);
    }),
  );
  app.get('/api/coordination/meetings/:id/minutes/:version{\\d{1,3}}', (c) =>
    answerRead(context, c, members, async (tx) => {
      const id = idFrom(c);
      return id === undefined ? undefined : findVersion(tx, id, Number(c.req.param('version')));
    }),
  );
  app.get('/api/coordination/meetings/:id/:file{minutes\\.(?:docx|pdf)}', (c) => giveMinutes(context, c));
  app.get('/api/coordination/meetings/:id/public', (c) =>
    answerRead(context, c, members, async (tx) => {
      const id = idFrom(c);
      return id === undefined ? undefined : readPublicMeeting(tx, id);
    }),
  );
  app.get('/api/coordination/decisions', (c) => {
    const asked = decisionsSchema.safeParse(c.req.query());
    if (!asked.success) return problem(400, 'query_invalid', 'Ask for the decisions of a body or of a meeting by its identifier.');
    return answerRead(context, c, members, (tx, actor, language) => listDecisions(tx, actor, asked.data, language));
  });
  return app;
}

/** The minutes as a file: a version to those who read the meeting, the draft to those who hold it. */
async function giveMinutes({ databases }: AppContext, c: Context<ActorEnv>): Promise<Response> {
  const actor = c.get('actor');
  if (!members.some((role) => role === actor.role)) return notAllowed();
  const asked = askedSchema.safeParse(c.req.query());
  if (!asked.success)
    return problem(400, 'query_invalid', 'Ask for language=fr or language=ar, and for a version by its number or as draft.');
  const { language, version } = asked.data;
  const id = idFrom(c);
  const printed = id && (await withActor(databases.app, actor, async (tx) => printedOf(tx, id, language, version)));
  if (!printed) return notFound();
  const paper = minutesPaper(printed, speak[language], language);
  return answerPaper(c, `minutes-${printed.content.meeting.heldOn}-${language}`, paper);
}

async function printedOf(
  tx: Parameters<typeof viewMinutes>[0],
  id: string,
  language: 'fr' | 'ar',
  asked: number | 'draft' | undefined,
): Promise<PrintedMinutes | undefined> {
  const view = await viewMinutes(tx, id, language);
  if (!view) return undefined;
  const wanted = asked ?? view.versions[0]?.version ?? 'draft';
  if (wanted === 'draft') return view.draft ? { content: view.draft.content, version: null } : undefined;
  const version = view.versions.find((each) => each.version === wanted);
  const content = version && (await findVersion(tx, id, wanted));
  return content && { content, version };
}
