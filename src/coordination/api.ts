import { Hono } from 'hono';
import { withActor } from '../platform/database/actor.ts';
import { deskRoles } from '../platform/database/member-roles.ts';
import type { FilesContext } from '../platform/files/context.ts';
import { giveFile } from '../platform/files/give-file.ts';
import { readJson } from '../platform/http/body.ts';
import { problem } from '../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notAllowed, notFound } from '../platform/http/reading.ts';
import { boardRoutes } from './board/routes.ts';
import { members } from './commands/said.ts';
import { overlapsQuery, similarSchema, type ToldChoice } from './contract.ts';
import { meetingRoutes } from './meetings/api.ts';
import { minutesRoutes } from './minutes/api.ts';
import { listNeedsTold } from './needs-told.ts';
import { listOverlaps } from './overlaps.ts';
import { findProofFile } from './proof-file.ts';
import { listSimilar } from './similar.ts';
import { listFindings, listMeetings, listRecommendations } from './store.ts';
import { viewAction, viewFinding, viewRecommendation } from './views.ts';

const views = { recommendations: viewRecommendation, actions: viewAction, findings: viewFinding } as const;

/** `/api/coordination/*`: what those who sign in read of the thread from what was said to what was done. */
export function coordinationRoutes(context: FilesContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/coordination/thread', (c) =>
    answerRead(context, c, members, async (tx, _actor, language) => ({
      recommendations: await listRecommendations(tx, language),
      findings: await listFindings(tx, language),
      meetings: await listMeetings(tx),
    })),
  );
  for (const [kind, view] of Object.entries(views)) {
    app.get(`/api/coordination/${kind}/:id`, (c) =>
      answerRead(context, c, members, async (tx, actor, language) => {
        const id = idFrom(c);
        return id === undefined ? undefined : view(tx, actor, id, language);
      }),
    );
  }
  app.post('/api/coordination/findings-like', async (c) => {
    const asked = await readJson(c, similarSchema);
    if ('refused' in asked) return asked.refused;
    return answerRead(context, c, members, (tx, _actor, language) => listSimilar(tx, asked.value, language));
  });
  app.get('/api/coordination/overlaps', (c) => {
    const asked = overlapsQuery.safeParse(c.req.query());
    if (!asked.success) return problem(400, 'query_invalid', 'Ask with themes, communes by their codes, and days as YYYY-MM-DD.');
    return answerRead(context, c, members, (tx, actor, language) => listOverlaps(tx, actor.organizationId, asked.data, language));
  });
  app.get('/api/coordination/desk-needs', (c) => answerRead(context, c, deskRoles, (tx, actor) => listNeedsTold(tx, actor.organizationId)));
  app.get('/api/coordination/told', (c) =>
    answerRead(context, c, members, async (tx): Promise<ToldChoice> => {
      const { rows } = await tx.query<ToldChoice>('select rhythm from coordination.digest');
      return rows[0] ?? { rhythm: 'daily' };
    }),
  );
  app.get('/api/coordination/proofs/:id/file', async (c) => {
    const actor = c.get('actor');
    if (!members.some((role) => role === actor.role)) return notAllowed();
    const id = idFrom(c);
    const file = id && (await withActor(context.databases.app, actor, (tx) => findProofFile(tx, id)));
    return file ? giveFile(context, file) : notFound();
  });
  app.route('/', minutesRoutes(context));
  app.route('/', meetingRoutes(context));
  app.route('/', boardRoutes(context));
  return app;
}
