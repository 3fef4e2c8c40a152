import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { type Actor, withActor } from '../platform/database/actor.ts';
import { buildActor, buildOrganization } from '../testing/builders.ts';
import { useDatabase } from '../testing/database.ts';
import { listPlans, readPlanOn, searchLibrary, viewPlan } from './store.ts';
import { readPublicPlan } from './public.ts';

const db = useDatabase();
const planId = randomUUID();
const ids = {
  session: randomUUID(),
  first: randomUUID(),
  second: randomUUID(),
  project: randomUUID(),
  indicator: randomUUID(),
  version: randomUUID(),
};
let officer: Actor;
let partner: Actor;

beforeAll(async () => {
  const commune = await buildOrganization(db(), 'Commune inventée');
  officer = await buildActor(db(), 'plan_officer', commune);
  partner = await buildActor(db(), 'partner');
  await db().asOwner((owner) =>
    owner.query(
      `insert into territory.territory (code, hcp_code, level, name_fr, name_ar) values ('024110123', '411.01.23', 'commune', 'Ville inventée', 'مدينة مختلقة')`,
    ),
  );
  await withActor(db().app, officer, async (tx) => {
    await tx.query(
      `insert into plans.plan (id, organization_id, commune_code, title, mandate_starts_on, first_year, stage_since)
       values ($1, $2, '024110123', '{"fr": "Plan"}', '2027-10-01', 2028, '2027-10-01')`,
      [planId, commune],
    );
    await tx.query(`insert into plans.session (id, plan_id, kind, held_on, women, men) values ($1, $2, 'ranking', '2027-12-01', 20, 30)`, [
      ids.session,
      planId,
    ]);
    for (const [id, women] of [
      [ids.first, 3],
      [ids.second, 9],
    ] as const) {
      await tx.query(`insert into plans.need (id, plan_id, title) values ($1, $2, '{"ar": "حاجة"}')`, [id, planId]);
      await tx.query(`insert into plans.vote (id, plan_id, session_id, need_id, women) values ($1, $2, $3, $4, $5)`, [
        randomUUID(),
        planId,
        ids.session,
        id,
        women,
      ]);
    }
    await tx.query(`insert into plans.project (id, plan_id, title, migration_marker) values ($1, $2, '{"fr": "Projet"}', 2)`, [
      ids.project,
      planId,
    ]);
    await tx.query(
      `insert into plans.cost (id, plan_id, project_id, year, source, amount) values ($1, $2, $3, 2028, 'commune', 0.10), ($4, $2, $3, 2029, 'region', 0.20)`,
      [randomUUID(), planId, ids.project, randomUUID()],
    );
    await tx.query(
      `insert into plans.indicator (id, plan_id, project_id, name, baseline, target) values ($1, $2, $3, '{"fr": "Indicateur"}', 100, 50)`,
      [ids.indicator, planId, ids.project],
    );
    await tx.query(`insert into plans.indicator_value (id, plan_id, indicator_id, year, value) values ($1, $2, $3, 2028, 75)`, [
      randomUUID(),
      planId,
      ids.indicator,
    ]);
    await tx.query('select plans.count_totals($1)', [planId]);
  });
});
const seen = (who: Actor) => withActor(db().app, who, (tx) => viewPlan(tx, planId));

it('a plan is read in one go with its ranks, sums and how far it came', async () => {
  const view = await seen(officer);
  expect(view).toMatchObject({
    mayWrite: true,
    plan: { commune: { name: { ar: 'مدينة مختلقة' } }, totals: { cost: 0.3, forMigration: { projects: 1 }, progress: 0.5 } },
  });
  expect(view?.plan.needs.map((n) => [n.id, n.rank])).toEqual([
    [ids.second, 1],
    [ids.first, 2],
  ]);
  expect(view?.plan.projects[0]).toMatchObject({ progress: { share: 0.5, from: 'indicators' }, cost: 0.3 });
});
it('what was taken away is still there as of the moment before', async () => {
  const before = (await db().app.query('select clock_timestamp() as at')).rows[0].at;
  await withActor(db().app, officer, (tx) => tx.query('delete from plans.need where id = $1', [ids.first]));
  expect((await seen(officer))?.plan.needs).toHaveLength(1);
  await withActor(db().app, officer, async (tx) => {
    const { rows } = await tx.query('select plans.rows_at($1, $2) as rows', [planId, before]);
    expect(rows[0].rows.need).toHaveLength(2);
    expect((await readPlanOn(tx, planId, '2100-01-01'))?.needs).toHaveLength(1);
    expect(await readPlanOn(tx, planId, '2020-01-01')).toBeUndefined();
  });
});
it('others read it once it is shared, and never what it was before', async () => {
  expect(await seen(partner)).toBeUndefined();
  await withActor(db().app, officer, (tx) => tx.query('update plans.plan set shared_at = now() where id = $1', [planId]));
  expect(await seen(partner)).toMatchObject({ mayWrite: false });
  await withActor(db().app, partner, async (tx) => {
    expect((await tx.query('select from plans.past')).rowCount).toBe(0);
    expect((await tx.query('delete from plans.need')).rowCount).toBe(0);
    expect(await listPlans(tx)).toMatchObject([{ isOwn: false, projects: 1, cost: 0.3, measured: 1 }]);
  });
});
it('a frozen version is changed by nobody, and the public reads nothing that is not published', async () => {
  await withActor(db().app, officer, (tx) =>
    tx.query(
      `insert into plans.version (id, plan_id, number, stage, ends_stage, reached_on, content) select $2, $1, 1, 'prepared', true, '2027-11-01', plans.rows_of($1)`,
      [planId, ids.version],
    ),
  );
  await expect(db().asOwner((owner) => owner.query(`update plans.version set content = '{}'`))).rejects.toThrow('append-only');
  for (const table of ['plan', 'version', 'project', 'publication'])
    expect((await db().app.query(`select from plans.${table}`)).rowCount, table).toBe(0);
  await withActor(db().app, officer, (tx) =>
    tx.query(
      `insert into plans.publication (plan_id, version_id, number, frozen_at, parts, content)
              select v.plan_id, v.id, v.number, v.frozen_at, '{}', v.content from plans.version v where v.id = $1`,
      [ids.version],
    ),
  );
  expect((await db().app.query('select from plans.publication')).rowCount).toBe(1);
  for (const table of ['plan', 'version', 'project']) expect((await db().app.query(`select from plans.${table}`)).rowCount, table).toBe(0);
  const client = await db().app.connect();
  expect(await readPublicPlan(db().app, planId)).toMatchObject({ number: 1, plan: { totals: { cost: 0.3 } } });
  expect(await readPublicPlan(db().app, randomUUID())).toBeUndefined();
  expect(await searchLibrary(client, '50 % d_accueil \\', null)).toEqual([]);
  client.release();
});
