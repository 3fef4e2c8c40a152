import { Hono } from 'hono';
import { z } from 'zod';
import type { AppContext } from '../platform/http/context.ts';
import { type ActorEnv, answerRead, idFrom } from '../platform/http/reading.ts';
import { assemble } from './assemble.ts';
import { readers, writers } from './commands/said.ts';
import { comparePlans } from './compare.ts';
import { readDeskOf } from './desk.ts';
import { publicParts, themes } from './lists.ts';
import { planImportRoutes } from './import/routes.ts';
import { planPaperRoutes } from './papers/routes.ts';
import { publicRows } from './publishing.ts';
import { listFindingsFor, listPlans, readPlanOn, readRowsOf, readVersion, readVersionRows, searchLibrary, viewPlan } from './store.ts';

const day = z.iso.date();
const state = z.union([z.literal('now'), z.iso.date(), z.uuid()]);
const year = z.coerce.number().int().min(2010).max(2110);

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
  app.get('/api/plans/:id/preview', (c) =>
    answerRead(context, c, writers, async (tx) => {
      const [id, version] = [idFrom(c), z.uuid().safeParse(c.req.query('version')).data];
      const rows = id && version && (await readVersionRows(tx, id, version));
      const asked = (c.req.query('parts') ?? '').split(',');
      return rows
        ? assemble(
            publicRows(
              rows,
              publicParts.filter((part) => asked.includes(part)),
            ),
          )
        : undefined;
    }),
  );
  app.get('/api/plans/:id/changes', (c) =>
    answerRead(context, c, readers, async (tx) => {
      const [id, from, to] = [idFrom(c), state.safeParse(c.req.query('from')).data, state.safeParse(c.req.query('to')).data];
      if (id === undefined || from === undefined || to === undefined) return undefined;
      const [before, after] = [await readRowsOf(tx, id, from), await readRowsOf(tx, id, to)];
      return before && after && comparePlans(before, after);
    }),
  );
  app.get('/api/plans/:id/desk', (c) =>
    answerRead(context, c, writers, async (tx) => {
      const [id, of] = [idFrom(c), year.safeParse(c.req.query('year')).data];
      return id === undefined || of === undefined ? undefined : readDeskOf(tx, id, of);
    }),
  );
  app.get('/api/plans/:id/thread', (c) =>
    answerRead(context, c, writers, async (tx) => {
      const id = idFrom(c);
      return id === undefined ? undefined : listFindingsFor(tx, id);
    }),
  );
  app.route('/', planPaperRoutes(context));
  app.route('/', planImportRoutes(context));
  return app;
}
