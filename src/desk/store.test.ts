import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { withActor } from '../platform/database/actor.ts';
import { buildActor, buildOrganization, buildService } from '../testing/builders.ts';
import { mustRun, testRunner, visitPayload } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { listOrientedTo } from './store.ts';

const db = useDatabase();

it('a slip tells papers in Arabic where somebody worded them, and no telephone that is not public', async () => {
  const agent = await buildActor(db(), 'agent');
  const organizationId = await buildOrganization(db(), 'Association inventée');
  const serviceId = await buildService(db(), organizationId);
  await db().asOwner(async (owner) => {
    await owner.query(
      `insert into directory.required_document (id, service_id, document) select gen_random_uuid(), $1, unnest(array['Le passeport', 'Deux photos'])`,
      [serviceId],
    );
    await owner.query(
      `insert into directory.translation (entity, entity_id, language, wordings) values ('service', $1, 'ar', '{"Le passeport": "جواز السفر"}')`,
      [serviceId],
    );
    // A person's own, under an id that comes before the switchboard's.
    await owner.query(
      `with c as (insert into directory.contact (id, organization_id, name) values (gen_random_uuid(), $1, 'Testa Focale') returning id)
       insert into directory.phone (id, contact_id, organization_id, number)
       select '00000000-0000-4000-8000-000000000001'::uuid, c.id, $1, '0600000042' from c
       union all select 'ffffffff-0000-4000-8000-000000000001'::uuid, null, $1, '0500000001'`,
      [organizationId],
    );
  });
  const runner = testRunner(db());
  const visit = visitPayload();
  await mustRun(runner, agent, 'desk.record_visit', visit);
  await mustRun(runner, agent, 'desk.orient', { orientationId: randomUUID(), visitId: visit.visitId, serviceId });
  const slip = await withActor(db().app, agent, (tx) => listOrientedTo(tx, visit.visitId));
  expect(slip).toMatchObject([
    {
      serviceId,
      phone: '0500000001',
      bring: [
        { fr: 'Deux photos', ar: null },
        { fr: 'Le passeport', ar: 'جواز السفر' },
      ],
    },
  ]);
});
