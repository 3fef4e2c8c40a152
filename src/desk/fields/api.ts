import { Hono } from 'hono';
import { z } from 'zod';
import { deskRoles } from '../../platform/database/actor.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { problem } from '../../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notFound } from '../../platform/http/reading.ts';
import { journalRead } from '../../platform/journal.ts';
import { findAnswered, listFields, listValues, readFieldFigures } from './store.ts';

const periodSchema = z.object({ since: z.iso.date(), until: z.iso.date() }).refine((p) => p.since < p.until);

export function fieldRoutes(context: AppContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  app.get('/api/desk/fields', (c) => answerRead(context, c, deskRoles, async (tx) => ({ fields: await listFields(tx) })));
  app.get('/api/desk/fields/figures', (c) => {
    const period = periodSchema.safeParse({ since: c.req.query('since'), until: c.req.query('until') });
    if (!period.success) return problem(400, 'invalid_period', 'Give since and until as dates (YYYY-MM-DD), the first before the second.');
    return answerRead(context, c, deskRoles, async (tx) => ({ figures: await readFieldFigures(tx, period.data.since, period.data.until) }));
  });
  app.get('/api/desk/fields/values/:id', (c) => {
    const id = idFrom(c);
    if (!id) return notFound();
    return answerRead(context, c, deskRoles, async (tx, actor) => {
      const subject = await findAnswered(tx, id);
      if (subject) await journalRead(tx, actor, subject, id);
      return { values: await listValues(tx, id) };
    });
  });
  return app;
}
