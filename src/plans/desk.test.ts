import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { type Actor, withActor } from '../platform/database/actor.ts';
import { buildActor, buildOrganization } from '../testing/builders.ts';
import { command, mustRun, testRunner, visitPayload } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { readDeskOf } from './desk.ts';
import { viewPlan } from './store.ts';

const db = useDatabase();
const planId = randomUUID();
let officer: Actor;
let neighbour: Actor;
const lastYear = new Date().getUTCFullYear() - 1;

beforeAll(async () => {
  const [commune, cell, far] = await Promise.all(['Commune', 'Cellule', 'Cellule ailleurs'].map((name) => buildOrganization(db(), name)));
  officer = await buildActor(db(), 'plan_officer', commune);
  neighbour = await buildActor(db(), 'plan_officer');
  await db().asOwner(async (owner) => {
    await owner.query(
      `insert into territory.territory (code, hcp_code, level, name_fr, name_ar) values
         ('024110123', '411.01.23', 'commune', 'Ville inventée', 'مدينة'), ('024110124', '411.01.24', 'commune', 'Autre ville', 'مدينة')`,
    );
    await owner.query(`update directory.organization set commune_code = '024110123' where id = $1`, [cell]);
    await owner.query(`update directory.organization set commune_code = '024110124' where id = $1`, [far]);
  });
  const runner = testRunner(db());
  const [here, elsewhere] = [await buildActor(db(), 'agent', cell), await buildActor(db(), 'agent', far)];
  const visits = [
    ...Array.from({ length: 12 }, (_, n) => ({ who: here, needs: ['pensions'], sex: n < 6 ? 'woman' : 'man' })),
    ...Array.from({ length: 9 }, (_, n) => ({ who: here, needs: ['health'], sex: n < 7 ? 'woman' : 'man' })),
    ...Array.from({ length: 2 }, () => ({ who: here, needs: ['school_children'], sex: 'woman' })),
    ...Array.from({ length: 30 }, () => ({ who: elsewhere, needs: ['pensions'], sex: 'man' })),
  ];
  for (const { who, ...visit } of visits)
    await mustRun(runner, who, 'desk.record_visit', visitPayload({ visitId: randomUUID(), ...visit }));
  await db().asOwner((owner) => owner.query(`update desk.visit set at = make_timestamptz($1, 6, 1, 12, 0, 0)`, [lastYear]));
  await mustRun(runner, officer, 'plans.begin', {
    planId,
    communeCode: '024110123',
    title: { fr: 'Plan' },
    mandateStartsOn: '2021-09-20',
    firstYear: 2022,
  });
});
const read = (who: Actor, year: number) => withActor(db().app, who, (tx) => readDeskOf(tx, planId, year));

it('a commune reads what its own desks counted in a whole year, never so few that one of them could be known', async () => {
  // Two came about schools: the next smaller figure is hidden with them, or a total would give them away.
  expect(await read(officer, lastYear)).toEqual([
    { need: 'pensions', year: lastYear, count: 12, women: 6, men: 6 },
    { need: 'health', year: lastYear, count: null, women: null, men: null },
    { need: 'school_children', year: lastYear, count: null, women: null, men: null },
  ]);
});
it('a year that goes on is not counted', async () => {
  expect(await read(officer, lastYear + 1)).toEqual([]);
});
it('nobody counts what another commune’s desks met', async () => {
  await withActor(db().app, officer, (tx) => tx.query('update plans.plan set shared_at = now() where id = $1', [planId]));
  expect(await read(neighbour, lastYear)).toEqual([]);
  const raw = await withActor(db().app, neighbour, (tx) =>
    tx.query(`select * from observatory.commune_needs('024110123', '2000-01-01', '2100-01-01')`),
  );
  expect(raw.rowCount).toBe(0);
});
it('a need of the diagnosis keeps the figures as they were shown', async () => {
  const runner = testRunner(db());
  const add = (row: object) => runner.run(officer, command('plans.add', { planId, thing: 'need', thingId: randomUUID(), row }));
  const need = { title: { fr: 'Pensions' }, source: 'desk', desk_need: 'pensions' };
  expect(await add({ ...need, desk_year: lastYear })).toMatchObject({ status: 'done' });
  expect(await add({ ...need, desk_year: lastYear - 3 })).toMatchObject({ code: 'desk_figures_missing' });
  expect(await add(need)).toMatchObject({ code: 'desk_figures_missing' });
  const view = await withActor(db().app, officer, (tx) => viewPlan(tx, planId));
  expect(view?.plan.needs.map((n) => n.deskFigures)).toEqual([{ year: lastYear, count: 12, women: 6, men: 6 }]);
});
