import { Hono } from 'hono';
import type { AppContext } from '../platform/http/context.ts';
import { type ActorEnv, answerRead, idFrom } from '../platform/http/reading.ts';
import { boardRoutes } from './board/routes.ts';
import { members } from './commands/said.ts';
import { minutesRoutes } from './minutes/api.ts';
import { listActions, listFindings, listMeetings, listRecommendations } from './store.ts';
import { viewAction, viewFinding, viewRecommendation } from './views.ts';

const views = { recommendations: viewRecommendation, actions: viewAction, findings: viewFinding } as const;

/** `/api/coordination/*`: what those who sign in read of the thread from what was said to what was done. */
export function coordinationRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/coordination/thread', (c) =>
    answerRead(context, c, members, async (tx, _actor, language) => ({
      recommendations: await listRecommendations(tx, language),
      actions: await listActions(tx, language),
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
  app.route('/', minutesRoutes(context));
  app.route('/', boardRoutes(context));
  return app;
}
