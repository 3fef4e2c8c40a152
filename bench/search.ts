import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { searchServices } from '../src/directory/search/search.ts';
import { openDatabases } from '../src/platform/database/open.ts';
import { generateDirectory, generateQueries, type Query } from './generate-directory.ts';
import { type BenchRow, percentile } from './row.ts';

const clients = 20;
const services = Number(process.env.BENCH_SERVICES ?? 100_000);
const limit = 25;

/** Twenty clients, each asking its next question when the last was answered. */
async function measure(
  queries: Query[],
  ask: (query: Query) => Promise<unknown>,
): Promise<{ p50: number; p95: number; perSecond: number }> {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let query = queries[next++]; query; query = queries[next++]) {
        const at = performance.now();
        await ask(query);
        times.push(performance.now() - at);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), perSecond: times.length / seconds };
}

// Both rivals find words as written only: no stems, no typos, no other language. That is what they are quick or slow at.
const ilike = (pool: Pool) => (query: Query) => {
  const words = query.q.split(' ');
  return pool.query({
    name: `ilike-${words.length}`,
    text: `select id, name from directory.plain where ${words.map((_, i) => `body ilike $${i + 1}`).join(' and ')} order by to_be_confirmed, id limit 20`,
    values: words.map((word) => `%${word}%`),
  });
};
const tsvector = (pool: Pool) => (query: Query) =>
  pool.query({
    name: 'tsvector',
    text: `select id, name from directory.plain, plainto_tsquery('simple', $1) q where words @@ q order by ts_rank(words, q) desc, id limit 20`,
    values: [query.q],
  });

/** Search over a generated directory against plain ILIKE and plain tsvector, in one run. */
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
      await owner.query('analyze directory.plain');
      return generated;
    });
    const queries = generateQueries(corpus, 4000);
    const at = performance.now();
    await searchServices(databases.app, { q: '', language: 'fr' });
    console.log(`index of ${services} services built in ${((performance.now() - at) / 1000).toFixed(1)} s`);
    const ours = (query: Query) => searchServices(databases.app, query);
    await measure(queries.slice(0, 400), ours);
    const rows = {
      ours: await measure(queries, ours),
      tsvector: await measure(queries, tsvector(databases.app)),
      ilike: await measure(queries.slice(0, 100), ilike(databases.app)),
    };
    console.table(
      Object.fromEntries(
        Object.entries(rows).map(([name, r]) => [
          name,
          { 'p50 ms': +r.p50.toFixed(1), 'p95 ms': +r.p95.toFixed(1), 'per second': Math.round(r.perSecond) },
        ]),
      ),
    );
    const ours95 = rows.ours.p95;
    const against = (name: string, value: number): BenchRow => ({
      name: `search among ${services} services, ${clients} clients, p95`,
      unit: 'ms',
      ours: ours95,
      rival: { name, value },
      limit: `under ${limit} ms`,
      holds: ours95 < limit,
    });
    return [against('ILIKE', rows.ilike.p95), against("to_tsvector('simple')", rows.tsvector.p95)];
  } finally {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) console.table(await benchSearch());
