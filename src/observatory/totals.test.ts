import { beforeAll, expect, it } from 'vitest';
import { type Actor, withActor } from '../platform/database/actor.ts';
import type { CommandRunner } from '../platform/commands/run.ts';
import { buildActor, buildOrganization } from '../testing/builders.ts';
import { mustRun, testRunner, visitPayload } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { readVisits } from './totals.ts';

const db = useDatabase();
let runner: CommandRunner;
let agent: Actor;
let coordinator: Actor;

beforeAll(async () => {
  agent = await buildActor(db(), 'agent', await buildOrganization(db()));
  coordinator = await buildActor(db(), 'coordinator', await buildOrganization(db()));
  runner = testRunner(db());
});

const record = (over: object) => mustRun(runner, agent, 'desk.record_visit', visitPayload(over));
const totals = () => withActor(db().app, coordinator, (tx) => readVisits(tx, '2000-01-01', '2100-01-01', 'fr'));

it('thirty who came together are one visit and thirty people, in sex and age by their profile', async () => {
  const group = {
    people: 30,
    profiles: [
      { sex: 'man', ageBand: '18_24', people: 20 },
      { sex: 'man', ageBand: '12_17', people: 4 },
      { sex: 'woman', ageBand: '25_44', people: 3 },
    ],
    attention: { children_alone: 4 },
  };
  for (let i = 0; i < 5; i++) await record({ sex: 'not_said', ageBand: 'not_said', audience: 'rpt', needs: ['shelter_emergency'], group });
  for (let i = 0; i < 6; i++) await record({ sex: 'woman', ageBand: '65_and_over', audience: 'returned_mre' });
  const { total, sex, age_band: ages, audience } = await totals();
  expect(total).toEqual([{ value: 'total', count: 11, people: 156 }]);
  expect(audience).toEqual([
    { value: 'rpt', count: 5, people: 150 },
    { value: 'returned_mre', count: 6, people: 6 },
  ]);
  expect(sex?.map(({ value, people }) => [value, people])).toEqual([
    ['man', 120],
    ['woman', 21],
    ['not_said', 15],
  ]);
  expect(ages?.map(({ value, people }) => [value, people])).toContainEqual(['12_17', 20]);
});

it('a single group does not lift the veil: few visits hide their people too, and another value with them', async () => {
  await record({ audience: 'family_member', group: { people: 40, profiles: [], attention: {} } });
  const { audience } = await totals();
  expect(audience?.find((a) => a.value === 'family_member')).toEqual({ value: 'family_member', count: null, people: null });
  expect(audience?.filter((a) => a.people === null)).toHaveLength(2);
});
