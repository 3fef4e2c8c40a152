import type { Hono } from 'hono';
import { deskRoles } from '../../platform/database/actor.ts';
import type { AppContext } from '../../platform/http/context.ts';
import { readJson } from '../../platform/http/body.ts';
import { type ActorEnv, answerRead, idFrom, notFound } from '../../platform/http/reading.ts';
import { journalRead } from '../../platform/journal.ts';
import { erasedSchema } from './contract.ts';
import { findErased, findErasure, listErasedAmong } from './store.ts';

/** `/api/people/erasures/:id`: a request and what it would do. `/api/people/:id/erased`: that it was done. `/api/people/erased`: what a device must let go of. */
export function erasureRoutes(app: Hono<ActorEnv>, context: AppContext): void {
  app.get('/api/people/erasures/:id', (c) => {
    const id = idFrom(c);
    if (!id) return notFound();
    return answerRead(context, c, deskRoles, async (tx, actor, language) => {
      const erasure = await findErasure(tx, id, language);
      if (erasure?.personId) await journalRead(tx, actor, 'person', erasure.personId);
      return erasure;
    });
  });
  app.get('/api/people/:id/erased', (c) => {
    const id = idFrom(c);
    return id ? answerRead(context, c, deskRoles, (tx) => findErased(tx, id)) : notFound();
  });
  app.post('/api/people/erased', async (c) => {
    const body = await readJson(c, erasedSchema);
    if (body.refused) return body.refused;
    return answerRead(context, c, deskRoles, async (tx) => ({ ids: await listErasedAmong(tx, body.value.ids) }));
  });
}
