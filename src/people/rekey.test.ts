import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { withActor } from '../platform/database/actor.ts';
import { buildActor } from '../testing/builders.ts';
import { mustRun, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { searchPeople } from './find-people.ts';
import { keysMark, rekeyPeople } from './rekey.ts';

const db = useDatabase();

it('people written under older keys are found again once the matching has learnt better ones, and nothing is done twice', async () => {
  const agent = await buildActor(db(), 'agent');
  const personId = randomUUID();
  await mustRun(testRunner(db()), agent, 'people.record', { personId, name: 'Zahra El Ouardi' });
  const found = () =>
    withActor(db().app, agent, async (tx) => (await searchPeople(tx, agent.organizationId, 'زهرة الوردي', 'fr')).map((p) => p.id));
  const rekey = (mark?: string) => db().asOwner((owner) => rekeyPeople(owner, mark));
  // As an older version left it: other keys, none of today's.
  await rekey('an older mark');
  await db().asOwner(async (owner) => {
    await owner.query(`update people.person set searched = ''`);
    await owner.query(`update people.matching_key set key = 'old ' || key`);
  });
  expect(await found()).toEqual([]);
  expect(await rekey()).toBe(1);
  expect(await found()).toEqual([personId]);
  expect(await rekey()).toBe(0);
  expect(keysMark()).toBe(keysMark());
});
