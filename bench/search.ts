import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import { memoryOptions } from '../scripts/memory.mjs';
import { openDatabases } from '../src/platform/database/open.ts';
import { generateDirectory, generateQueries, type Query } from './generate-directory.ts';
import { clients, measure, type Speed } from './measure.ts';
import type { BenchRow } from './row.ts';
import type { OurFigures, ProcessFigures } from './search-process.ts';

const services = Number(process.env.BENCH_SERVICES ?? 100_000);
const limit = 20;
/** Megabytes. */
const mostMemory = 300;

/** Runs `search-process.ts`, which prints what it measured in a process of its own. */
async function inOwnProcess<F extends ProcessFigures>(url: string, which: 'ours' | 'minisearch', queriesFile: string): Promise<F> {
  const script = join(import.meta.dirname, 'search-process.ts');
  // As `npm start` runs the server.
  const options = [...memoryOptions, '--import', 'tsx'];
  const { stdout } = await promisify(execFile)(process.execPath, [...options, script, url, which, queriesFile]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

// ILIKE and tsvector find words as written only: no stems, no typos, no other language. That is what they are quick or slow at.
const ilike = (pool: Pool) => (query: Query) => {
  const words = query.q.split(' ');
  return pool.query({
    name: `ilike-${words.length}`,
    text: `select id, name from directory.plain where ${words.map((_, i) => `body ilike $${i + 1}`).join(' and ')} order by to_be_confirmed, id limit 20`,
    values: words.map((word) => `%${word}%`),
  });
};
const trigrams = (pool: Pool) => (query: Query) =>
  pool.query({
    name: 'trigrams',
    text: `select id, name from directory.plain where $1 <% body order by word_similarity($1, body) desc, id limit 20`,
    values: [query.q],
  });

/** Search over a generated directory against plain ILIKE, plain tsvector, pg_trgm and MiniSearch in process, in one run. */
export async function benchSearch(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const databases = await openDatabases({ dataDir: folder, databaseUrl: undefined }, [
    'shared_buffers=512MB',
    'fsync=off',
    'jit=off',
    'max_parallel_workers_per_gather=0',
  ]);
  try {
    const corpus = await databases.asOwner(async (owner) => {
      const generated = await generateDirectory(owner, services);
      await owner.query(`create table directory.plain as
        select s.id, s.name, s.to_be_confirmed, b.body, to_tsvector('simple', b.body) as words from directory.service s,
        lateral (select concat_ws(' ', s.name, s.description, (select string_agg(concat_ws(' ', t.name, t.description), ' ')
          from directory.translation t where t.entity_id = s.id)) as body) b`);
      await owner.query('create index on directory.plain using gin (words)');
      await owner.query('grant select on directory.plain to istiqbal_app');
      // Now, rather than by itself while something is measured.
      await owner.query('vacuum analyze');
      return generated;
    });
    const queries = generateQueries(corpus, 4000);
    const queriesFile = join(folder, 'queries.json');
    writeFileSync(queriesFile, JSON.stringify(queries));
    const ours = await inOwnProcess<OurFigures>(databases.adminUrl, 'ours', queriesFile);
    console.log(`the first question among ${services} services was answered after ${ours.seconds.toFixed(1)} s, index included`);
    const rows: Record<string, Speed> = {
      ours: ours.speed,
      tsvector: ours.tsvector,
      ilike: await measure(queries.slice(0, 100), ilike(databases.app)),
    };
    await databases.asOwner((owner) => owner.query('create index on directory.plain using gin (body gin_trgm_ops)'));
    rows.pg_trgm = await measure(queries.slice(0, 200), trigrams(databases.app));
    const mini = await inOwnProcess(databases.adminUrl, 'minisearch', queriesFile);
    rows.MiniSearch = mini.speed;
    console.table(
      Object.fromEntries(
        Object.entries(rows).map(([name, r]) => [
          name,
          { 'p50 ms': +r.p50.toFixed(1), 'p95 ms': +r.p95.toFixed(1), 'per second': Math.round(r.perSecond) },
        ]),
      ),
    );
    const ours95 = ours.speed.p95;
    const against = Object.entries(rows).flatMap(([name, { p95 }]): BenchRow[] =>
      name === 'ours'
        ? []
        : [
            {
              name: `search among ${services} services, ${clients} clients, p95`,
              unit: 'ms',
              ours: ours95,
              rival: { name, value: p95 },
              limit: `at most ${limit} ms`,
              holds: ours95 <= limit,
            },
          ],
    );
    return [
      ...against,
      {
        name: `memory of a process that indexed ${services} services and searched them, at its most`,
        unit: 'MB',
        ours: ours.peak,
        rival: { name: 'MiniSearch', value: mini.peak },
        limit: `at most ${mostMemory} MB`,
        holds: ours.peak <= mostMemory,
      },
    ];
  } finally {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) console.table(await benchSearch());
