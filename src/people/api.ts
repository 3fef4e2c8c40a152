import { Hono } from 'hono';
import { deskRoles } from '../platform/database/actor.ts';
import type { FilesContext } from '../platform/files/context.ts';
import { readJson } from '../platform/http/body.ts';
import { problem } from '../platform/http/problem.ts';
import { type ActorEnv, answerRead, idFrom, notFound } from '../platform/http/reading.ts';
import { journalRead, listReaders } from '../platform/journal.ts';
import { consentRoutes } from './consent/api.ts';
import { erasureRoutes } from './erasure/api.ts';
import { findErased, findErasureOf } from './erasure/store.ts';
import { likenessSchema, searchPeopleSchema } from './contract.ts';
import { findLikenesses, searchPeople } from './find-people.ts';
import { findPersonView } from './person-view.ts';
import { readPhone } from './phone.ts';
import { listLikelyPairs } from './likely-pairs.ts';
import { completeRecord } from './record.ts';

export function peopleRoutes(context: FilesContext): Hono<ActorEnv> {
  const app = new Hono<ActorEnv>();
  // Names travel in bodies: an address is kept by logs and histories.
  app.post('/api/people/search', async (c) => {
    const body = await readJson(c, searchPeopleSchema);
    if (body.refused) return body.refused;
    return answerRead(context, c, deskRoles, async (tx, actor, language) => ({
      people: await searchPeople(tx, actor.organizationId, body.value.typed, language),
    }));
  });
  app.post('/api/people/alike', async (c) => {
    const body = await readJson(c, likenessSchema);
    if (body.refused) return body.refused;
    const { personId = '', phone, ...given } = body.value;
    const asked = {
      ...completeRecord({ ...given, personId }),
      phone: (phone && readPhone(phone)) || null,
      personId: personId || undefined,
    };
    return answerRead(context, c, deskRoles, async (tx, actor, language) => ({
      alike: await findLikenesses(tx, actor.organizationId, asked, language),
    }));
  });
  consentRoutes(app, context);
  erasureRoutes(app, context);
  app.get('/api/people/pairs', (c) =>
    answerRead(context, c, deskRoles, async (tx, actor, language) => ({
      pairs: await listLikelyPairs(tx, actor.organizationId, language),
    })),
  );
  app.get('/api/people/:id', async (c) => {
    const id = idFrom(c);
    if (!id) return notFound();
    let isErased = false;
    const answer = await answerRead(context, c, deskRoles, async (tx, actor) => {
      const view = await findPersonView(tx, id);
      if (!view) {
        isErased = (await findErased(tx, id)) !== undefined;
        return undefined;
      }
      const { person, all } = view;
      await journalRead(tx, actor, 'person', person.id);
      return {
        ...view,
        erasure: (await findErasureOf(tx, all)) ?? null,
        readers: await listReaders(tx, person.id),
        exported: await listReaders(tx, person.id, 'part_of_export'),
      };
    });
    return isErased
      ? problem(410, 'person_erased', 'This person asked that their data be erased. Only the reference of it is left.')
      : answer;
  });
  return app;
}
