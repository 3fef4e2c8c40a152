import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import { Pool } from 'pg';
import { readIndex } from '../src/directory/search/read-index.ts';
import type { Query } from './generate-directory.ts';
import { measure } from './measure.ts';

/** What an index costs in a process of its own, and for a rival how fast it answers there. */
export interface ProcessFigures {
  seconds: number;
  /** The most it ever held, in megabytes. */
  peak: number;
  p50?: number;
  p95?: number;
  perSecond?: number;
}

const [url = '', which = '', queriesFile = ''] = process.argv.slice(2);

async function ours(pool: Pool): Promise<Partial<ProcessFigures>> {
  // The server's own code takes memory too.
  await import('../src/app.ts');
  await readIndex(pool);
  return {};
}

async function miniSearch(pool: Pool): Promise<Partial<ProcessFigures>> {
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
  const queries: Query[] = JSON.parse(readFileSync(queriesFile, 'utf8'));
  return measure(queries, async ({ q }) => {
    // Every client has asked before the first is answered, as over a network.
    await setImmediate();
    return mini.search(q).slice(0, 20);
  });
}

const pool = new Pool({ connectionString: url });
const started = performance.now();
const built = which === 'ours' ? await ours(pool) : await miniSearch(pool);
const figures: ProcessFigures = {
  seconds: (performance.now() - started) / 1000,
  peak: process.resourceUsage().maxRSS / 1024,
  ...built,
};
await pool.end();
console.log(JSON.stringify(figures));
