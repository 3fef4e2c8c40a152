import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { Client } from 'pg';
import { plainCounts } from '../src/coordination/board/count-sql.ts';
import { readActions } from '../src/coordination/board/read-actions.ts';
import { readAgenda } from '../src/coordination/board/read-agenda.ts';
import { readBoard } from '../src/coordination/board/read-board.ts';
import { readCalendar } from '../src/coordination/board/read-calendar.ts';
import { readMap } from '../src/coordination/board/read-map.ts';
import { readMatrix } from '../src/coordination/board/read-matrix.ts';
import { listRecommendations } from '../src/coordination/store.ts';
import { themes } from '../src/coordination/lists.ts';
import { readConfig } from '../src/platform/config.ts';
import { type Actor, withActor } from '../src/platform/database/actor.ts';
import { openDatabases } from '../src/platform/database/open.ts';
import { buildActor } from '../src/testing/builders.ts';
import { type BenchRow, percentile } from './row.ts';

/** Every commune of the country, and what each would run in its six years. */
const [communes, each] = [1503, 200];
const limit = 100;
const turns = 40;
const code = (n: number | string): string => `(lpad((990000000 + ${n})::text, 9, '0'))`;

/** The board and its views over every commune of the country, beside counting the same row by row each time. */
export async function benchBoard(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const databases = await openDatabases({ ...readConfig({}), dataDir: folder });
  try {
    const reader = await buildActor(databases, 'coordinator');
    const { owner, commune } = await fill(databases.adminUrl);
    const read =
      <T>(work: (tx: PoolClient) => Promise<T>) =>
      () =>
        withActor(databases.app, reader satisfies Actor, work);
    const views: [string, () => Promise<unknown>, Parameters<typeof plainCounts>?][] = [
      ['the board by theme', read((tx) => readBoard(tx, 'theme', {}, 'fr')), ['theme', {}]],
      ['the board by organisation', read((tx) => readBoard(tx, 'owner', {}, 'fr')), ['owner', {}]],
      ['the board by commune', read((tx) => readBoard(tx, 'commune', { theme: 'cells' }, 'fr')), ['commune', { theme: 'cells' }]],
      ['the board of a commune', read((tx) => readBoard(tx, 'theme', { commune }, 'fr')), ['theme', { commune }]],
      ['the late actions', read((tx) => readActions(tx, { signal: 'late' }, undefined, 'fr'))],
      ['the actions of an organisation', read((tx) => readActions(tx, { owner }, undefined, 'fr'))],
      ['the actions by words', read((tx) => readActions(tx, { q: 'numéro 77' }, undefined, 'fr'))],
      ['the calendar', read((tx) => readCalendar(tx, {}, undefined, undefined, 'fr'))],
      ['the map', read((tx) => readMap(tx, {}, 'fr'))],
      ['who works on what', read((tx) => readMatrix(tx, 'organization', 'fr'))],
      ['what falls due', read((tx) => readAgenda(tx, {}, 90, 'fr'))],
      ['the roll-up of every recommendation', read((tx) => listRecommendations(tx, 'fr'))],
    ];
    const rows: BenchRow[] = [];
    for (const [name, ours, rival] of views) {
      const { text, values } = plainCounts(...(rival ?? ['theme', {}]));
      const [mine, plain] = [
        await p95(ours),
        await p95(
          read((tx) => tx.query(text, values)),
          5,
        ),
      ];
      rows.push({
        name: `${name}, ${communes} communes × ${each} actions, p95`,
        unit: 'ms',
        ours: mine,
        rival: { name: 'counting every action', value: plain },
        limit: `≤ ${limit} ms`,
        holds: mine <= limit,
      });
    }
    return rows;
  } finally {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function p95(work: () => Promise<unknown>, times = turns): Promise<number> {
  const taken: number[] = [];
  await work();
  for (let turn = 0; turn < times; turn++) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return percentile(taken, 0.95);
}

/** One organisation a commune, two hundred actions each over six years, some late, blocked or silent; two steps each. All invented. */
async function fill(url: string): Promise<{ owner: string; commune: string }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set role istiqbal_owner');
    await client.query(`
      insert into territory.territory (code, hcp_code, level, name_fr, name_ar) values ('99', '99', 'region', 'Région', 'جهة');
      insert into territory.territory (code, hcp_code, level, parent_code, name_fr, name_ar)
        select '99' || lpad(n::text, 3, '0'), n::text, 'province', '99', 'Province ' || n, 'إقليم' from generate_series(1, 75) n;
      insert into territory.territory (code, hcp_code, level, parent_code, province_code, name_fr, name_ar, seat_longitude, seat_latitude)
        select ${code('n')}, n::text, 'commune', '99' || lpad((n % 75 + 1)::text, 3, '0'), '99' || lpad((n % 75 + 1)::text, 3, '0'), 'Commune ' || n, 'جماعة',
          -2 - n % 7, 30 + n % 5 from generate_series(1, ${communes}) n;
      insert into directory.organization (id, name, description)
        select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Commune ' || n, 'Inventée' from generate_series(1, ${communes}) n;
      insert into coordination.recommendation (id, organization_id, title, text, themes, status)
        select gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '{"fr": "Recommandation"}', '{"fr": "Texte"}',
          array[(array['${themes.join("','")}'])[n % 10 + 1]], 'adopted' from generate_series(1, 300) n`);
    for (let from = 1; from <= communes; from += 100) {
      await client.query(
        `with made as (insert into coordination.action (id, organization_id, title, themes, audiences, commune_codes, status, progress, starts_on, ends_on, moved_at, rhythm_days)
           select gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(c::text, 12, '0'))::uuid, jsonb_build_object('fr', 'Action numéro ' || (c * ${each} + n)),
             array[(array['${themes.join("','")}'])[n % 10 + 1]], array['rpt'], array[${code('c')}],
             (array['proposed', 'under_way', 'under_way', 'done', 'done', 'done'])[n % 6 + 1], (n % 11) / 10.0,
             directory.today() - (n % 72) * 30, directory.today() + case when n % 60 = 1 then -(c % 25) else (n * 37 + c) % 720 end, now() - (n % 40) * interval '1 day', 60
           from generate_series($1::int, least($1 + 99, ${communes})) c, generate_series(1, ${each}) n returning id, ends_on)
         insert into coordination.step (id, action_id, position, title, due_on)
           select gen_random_uuid(), id, p, '{"fr": "Étape"}', ends_on - p * 20 from made, generate_series(1, 2) p where ends_on > directory.today() + 50`,
        [from],
      );
    }
    await client.query(
      `insert into coordination.action_recommendation (action_id, recommendation_id)
       select a.id, r.id from (select id, row_number() over () as n from coordination.action) a
         join (select id, row_number() over () as n from coordination.recommendation) r on r.n = a.n % 300 + 1 where a.n % 5 = 0`,
    );
    await client.query(
      `insert into coordination.blocker (id, action_id, organization_id, kind, words)
       select gen_random_uuid(), id, organization_id, 'blocker', 'Bloquée' from coordination.action where status = 'under_way' and random() < 0.01`,
    );
    await client.query('analyze');
    return { owner: '00000000-0000-4000-8000-000000000700', commune: '990000700' };
  } finally {
    await client.end();
  }
}
