import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type PoolClient } from 'pg';
import { readConfig } from '../src/platform/config.ts';
import { withActor } from '../src/platform/database/actor.ts';
import { openDatabases } from '../src/platform/database/open.ts';
import { listPlans, viewPlan } from '../src/plans/store.ts';
import { buildActor } from '../src/testing/builders.ts';
import { type BenchRow, percentile } from './row.ts';

/** Every commune of the country, and a plan of two hundred projects over six years in each. */
const [communes, projects] = [1503, 200];
const limit = 100;
const turns = 40;
const uuid = (kind: number, n: string): string => `('00000000-0000-400${kind}-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
const planId = (turn: number): string => `00000000-0000-4001-8000-${String(((turn * 37) % communes) + 1).padStart(12, '0')}`;
const tables = ['session', 'need', 'vote', 'project', 'cost', 'indicator', 'indicator_value', 'remark', 'evaluation', 'judged'];

/** A plan with its roll-up, and the list of all plans, beside asking table by table and counting row by row. */
export async function benchPlans(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const databases = await openDatabases({ ...readConfig({}), dataDir: folder });
  try {
    await fill(databases.adminUrl);
    const reader = await buildActor(databases, 'coordinator');
    const read = (work: (tx: PoolClient, turn: number) => Promise<unknown>, times = turns) =>
      p95((turn) => withActor(databases.app, reader, (tx) => work(tx, turn)), times);
    const plan = await read((tx, turn) => viewPlan(tx, planId(turn)));
    const tableByTable = await read(async (tx, turn) => {
      for (const table of tables) await tx.query(`select * from plans.${table} where plan_id = $1`, [planId(turn)]);
    });
    const list = await read((tx) => listPlans(tx));
    const counting = await read(
      (tx) => tx.query('select p.id, sum(c.amount) from plans.plan p join plans.cost c on c.plan_id = p.id group by p.id'),
      5,
    );
    const row = (name: string, ours: number, rival: BenchRow['rival']): BenchRow => ({
      name: `${name}, ${communes} communes × ${projects} projects × 6 years, p95`,
      unit: 'ms',
      ours,
      rival,
      limit: `≤ ${limit} ms`,
      holds: ours <= limit,
    });
    return [
      row('a plan with its roll-up', plan, { name: 'table by table, nothing summed', value: tableByTable }),
      row('the list of all plans', list, { name: 'summing every cost', value: counting }),
    ];
  } finally {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function p95(work: (turn: number) => Promise<unknown>, times: number): Promise<number> {
  const taken: number[] = [];
  await work(0);
  for (let turn = 1; turn <= times; turn++) {
    const started = performance.now();
    await work(turn);
    taken.push(performance.now() - started);
  }
  return percentile(taken, 0.95);
}

/** Plans that every organisation reads; all invented. What each was is kept by no trigger here: only reading is measured. */
async function fill(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set role istiqbal_owner');
    for (const table of ['plan', ...tables]) await client.query(`alter table plans.${table} disable trigger keeps_past`);
    await client.query(`
      insert into territory.territory (code, hcp_code, level, name_fr, name_ar)
        select (990000000 + n)::text, n::text, 'commune', 'Commune ' || n, 'جماعة' from generate_series(1, ${communes}) n;
      insert into directory.organization (id, name, description)
        select ${uuid(0, 'n')}, 'Commune ' || n, 'Inventée' from generate_series(1, ${communes}) n;
      insert into plans.plan (id, organization_id, commune_code, title, mandate_starts_on, first_year, stage, stage_since, shared_at)
        select ${uuid(1, 'n')}, ${uuid(0, 'n')}, (990000000 + n)::text, '{"fr": "Plan"}', '2021-09-20', 2022, 'running', '2022-09-01', now()
        from generate_series(1, ${communes}) n`);
    for (let from = 1; from <= communes; from += 100) {
      const all = `from generate_series(${from}, least(${from} + 99, ${communes})) c, generate_series(1, ${projects}) n`;
      const one = `c * 1000 + n`;
      await client.query(`
        insert into plans.need (id, plan_id, position, title) select ${uuid(2, one)}, ${uuid(1, 'c')}, n, '{"fr": "Besoin"}' ${all};
        insert into plans.project (id, plan_id, position, title, objective, themes, need_ids, migration_marker, status)
          select ${uuid(3, one)}, ${uuid(1, 'c')}, n, jsonb_build_object('fr', 'Projet ' || n, 'ar', 'مشروع ' || n),
            jsonb_build_object('fr', repeat('Ce qu’une commune veut faire. ', 8)), '{cells}', array[${uuid(2, one)}], n % 3, 'under_way' ${all};
        insert into plans.cost (id, plan_id, project_id, year, source, amount)
          select gen_random_uuid(), ${uuid(1, 'c')}, ${uuid(3, one)}, year, 'commune', 1000 * n ${all}, generate_series(2022, 2027) year;
        insert into plans.indicator (id, plan_id, project_id, name, baseline, target)
          select ${uuid(4, one)}, ${uuid(1, 'c')}, ${uuid(3, one)}, '{"fr": "Indicateur"}', 0, 100 ${all};
        insert into plans.indicator_value (id, plan_id, indicator_id, year, value)
          select gen_random_uuid(), ${uuid(1, 'c')}, ${uuid(4, one)}, year, n % 100 ${all}, generate_series(2022, 2027) year`);
    }
    await client.query('select plans.count_totals(p.id) from plans.plan p');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
