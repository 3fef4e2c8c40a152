import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import { Pool } from 'pg';
import { searchServices } from '../src/directory/search/search.ts';
import type { Query } from './generate-directory.ts';
import { inTurns, measure, type Speed } from './measure.ts';

/** What a search costs in a process of its own that does nothing else, and how fast it answers there. */
export interface ProcessFigures {
  /** Until the first question was answered. */
  seconds: number;
  /** The most the process ever held, in megabytes, questions included. */
  peak: number;
  speed: Speed;
}
/** Ours, with what PostgreSQL's own word search takes for the same questions in the same minutes. */
export interface OurFigures extends ProcessFigures {
  tsvector: Speed;
}

const [url = '', which = '', queriesFile = ''] = process.argv.slice(2);
const queries: Query[] = JSON.parse(readFileSync(queriesFile, 'utf8'));
const pool = new Pool({ connectionString: url, options: '-c role=istiqbal_app' });
const started = performance.now();
const sinceStart = (): number => (performance.now() - started) / 1000;
const peak = (): number => process.resourceUsage().maxRSS / 1024;

/** How often ours and its nearest rival are measured, in turns. */
const rounds = 5;

const tsvector = (query: Query) =>
  pool.query({
    name: 'tsvector',
    text: `select id, name from directory.plain, plainto_tsquery('simple', $1) q where words @@ q order by ts_rank(words, q) desc, id limit 20`,
    values: [query.q],
  });

async function ours(): Promise<OurFigures> {
  // The server's own code takes memory too.
  await import('../src/app.ts');
  const search = (query: Query) => searchServices(pool, query);
  await measure(queries.slice(0, 1), search);
  const seconds = sinceStart();
  await measure(queries.slice(0, 400), search);
  const [speed, plain] = await inTurns(rounds, [() => measure(queries, search), () => measure(queries, tsvector)]);
  return { seconds, peak: peak(), speed, tsvector: plain };
}

async function miniSearch(): Promise<ProcessFigures> {
  const mini = new MiniSearch<{ id: string }>({
    fields: ['name', 'body'],
    processTerm: (term) => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 2 }, combineWith: 'AND' },
  });
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await pool.query<{ id: string }>('select id, name, body from directory.plain where id > $1 order by id limit 500', [
      after,
    ]);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    mini.addAll(rows);
  }
  const seconds = sinceStart();
  const speed = await measure(queries.slice(0, 1000), async ({ q }) => {
    // Every client has asked before the first is answered, as over a network.
    await setImmediate();
    return mini.search(q).slice(0, 20);
  });
  return { seconds, peak: peak(), speed };
}

const figures = await (which === 'ours' ? ours() : miniSearch());
await pool.end();
console.log(JSON.stringify(figures));
