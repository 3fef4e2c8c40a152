import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, buildApp, signInAs, type TestApp } from '../testing/app.ts';
import { command, mustRun, testRunner, visitPayload } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import type { NeedTold } from '../desk/contract.ts';
import type { FindingView, NeedYear } from './contract.ts';

const db = useDatabase();
let platform: TestApp;
let agent: Browser;
let head: Browser;
let partner: Browser;
const press = (findingId = randomUUID()) => ({ findingId, sourceId: randomUUID(), need: 'health' });
const raise = (who: Browser, payload: object) => testRunner(db()).run(who.actor, command('coordination.raise_from_desk', payload));
const view = async (id: string): Promise<FindingView> => (await partner.get(`/api/coordination/findings/${id}`)).json();

beforeAll(async () => {
  platform = buildApp(db());
  agent = await signInAs(platform, db(), 'agent');
  head = await signInAs(platform, db(), 'cell_manager');
  partner = await signInAs(platform, db(), 'partner');
  await db().asOwner((owner) =>
    owner.query(`
      insert into territory.territory (code, hcp_code, level, name_fr, name_ar) values ('024112015', '411.20.15', 'commune', 'Commune inventée', 'جماعة') on conflict do nothing;
      update directory.organization set commune_code = '024112015' where id in ('${agent.actor.organizationId}', '${head.actor.organizationId}')`),
  );
}, 60_000);

it('a difficulty met at the desk is told to the region in one press, with its need, its commune and its month and nothing else', async () => {
  const findingId = randomUUID();
  expect((await raise(agent, press(findingId))).status).toBe('done');
  const found = await view(findingId);
  expect(found).toMatchObject({
    kind: 'difficulty',
    status: 'shared',
    deskNeed: 'health',
    communeCodes: ['024112015'],
    text: null,
    audiences: [],
  });
  expect(found.said).toMatchObject([{ kind: 'desk', note: null }]);
  expect(found.said[0]?.saidOn).toMatch(/-01$/);
});

it('pressed again by the same cell it counts once a month, by another cell of the commune it is the same finding said again', async () => {
  const findingId = randomUUID();
  await raise(agent, { ...press(findingId), need: 'school_children' });
  const again = randomUUID();
  await raise(agent, { ...press(again), need: 'school_children' });
  await raise(head, { ...press(randomUUID()), need: 'school_children' });
  expect((await view(findingId)).said).toHaveLength(2);
  expect((await partner.get(`/api/coordination/findings/${again}`)).status).toBe(404);
});

it('a cell is shown what it told this month before it presses, and another cell’s word is not taken for its own', async () => {
  const told = async (who: Browser): Promise<NeedTold[]> => (await who.get('/api/coordination/desk-needs')).json();
  const findingId = randomUUID();
  await raise(agent, { ...press(findingId), need: 'pensions' });
  expect(await told(agent)).toContainEqual({ need: 'pensions', findingId });
  expect((await told(head)).map(({ need }) => need)).not.toContain('pensions');
  await raise(head, { ...press(), need: 'pensions' });
  expect(await told(head)).toContainEqual({ need: 'pensions', findingId });
  expect((await partner.get('/api/coordination/desk-needs')).status).toBe(403);
  // What was said in another month can be said again.
  await db().asOwner((owner) =>
    owner.query(`update coordination.finding_source set said_on = said_on - interval '1 month' where finding_id = '${findingId}'`),
  );
  expect((await told(agent)).map(({ need }) => need)).not.toContain('pensions');
});

it('is no partner’s to tell, who sees no desk, and names no need that is not of the desk', async () => {
  expect(await raise(partner, press())).toMatchObject({ status: 'refused', code: 'not_allowed' });
  expect(await raise(agent, { ...press(), need: 'protection' })).toMatchObject({ status: 'refused' });
  expect(await raise(agent, { ...press(), need: 'Fatima' })).toMatchObject({ status: 'refused' });
});

/** All visits were made in the year before this one, which is returned. */
async function aYearAgo(): Promise<number> {
  const { rows } = await db().asOwner((owner) =>
    owner.query<{ year: number }>('select extract(year from directory.today())::int - 1 as year'),
  );
  const year = rows[0]?.year ?? 0;
  await db().asOwner((owner) => owner.query('update desk.visit set at = make_timestamptz($1, 6, 1, 12, 0, 0)', [year]));
  return year;
}

it('its figures are of whole years, small numbers hidden with what would give them away', async () => {
  for (let i = 0; i < 6; i++) await mustRun(testRunner(db()), agent.actor, 'desk.record_visit', visitPayload({ needs: ['health'] }));
  const figures = async (need: string): Promise<NeedYear[]> => (await partner.get(`/api/observatory/needs/${need}`)).json();
  expect(await figures('health')).toEqual([]);
  const lastYear = await aYearAgo();
  expect(await figures('health')).toEqual([{ year: lastYear, people: 6 }]);
  await mustRun(testRunner(db()), agent.actor, 'desk.record_visit', visitPayload({ needs: ['culture'] }));
  await aYearAgo();
  expect(await figures('culture')).toEqual([{ year: lastYear, people: null }]);
  expect(await figures('health')).toEqual([{ year: lastYear, people: null }]);
  const administrator = await signInAs(platform, db(), 'administrator');
  expect((await administrator.get('/api/observatory/needs/health')).status).toBe(403);
});
