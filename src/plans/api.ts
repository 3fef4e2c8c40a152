import { Hono } from 'hono';
import { z } from 'zod';
import type { AppContext } from '../platform/http/context.ts';
import { type ActorEnv, answerRead, idFrom } from '../platform/http/reading.ts';
import { readers, writers } from './commands/said.ts';
import { themes } from './lists.ts';
import { planPaperRoutes } from './papers/routes.ts';
import { listFindingsFor, listPlans, readPlanOn, readVersion, searchLibrary, viewPlan } from './store.ts';

const day = z.iso.date();

/** `/api/plans/*`: what those who sign in read of the communes' plans. */
export function planRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/plans', (c) => answerRead(context, c, readers, (tx) => listPlans(tx)));
  app.get('/api/plans/library', (c) =>
    answerRead(context, c, readers, (tx) =>
      searchLibrary(tx, (c.req.query('q') ?? '').slice(0, 200), themes.find((t) => t === c.req.query('theme')) ?? null),
    ),
  );
  app.get('/api/plans/:id', (c) =>
    answerRead(context, c, readers, async (tx) => {
      const id = idFrom(c);
      return id === undefined ? undefined : viewPlan(tx, id);
    }),
  );
  app.get('/api/plans/:id/versions/:version', (c) =>
    answerRead(context, c, readers, async (tx) => {
      const [id, version] = [idFrom(c), z.uuid().safeParse(c.req.param('version')).data];
      return id === undefined || version === undefined ? undefined : readVersion(tx, id, version);
    }),
  );
  app.get('/api/plans/:id/on/:day', (c) =>
    answerRead(context, c, readers, async (tx) => {
      const [id, on] = [idFrom(c), day.safeParse(c.req.param('day')).data];
      return id === undefined || on === undefined ? undefined : readPlanOn(tx, id, on);
    }),
  );
  app.get('/api/plans/:id/thread', (c) =>
    answerRead(context, c, writers, async (tx) => {
      const id = idFrom(c);
      return id === undefined ? undefined : listFindingsFor(tx, id);
    }),
  );
  app.route('/', planPaperRoutes(context));
  return app;
}
