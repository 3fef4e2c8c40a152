import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import autocannon from 'autocannon';
import { Hono } from 'hono';
import { pino } from 'pino';
import { readConfig } from '../src/platform/config.ts';
import { openDatabases } from '../src/platform/database/open.ts';
import { security } from '../src/platform/http/security.ts';
import { loadRegion } from '../src/region.ts';
import { siteRoutes } from '../src/site/index.ts';
import type { BenchRow } from './row.ts';

const pages = [
  { name: 'a public page of results', path: '/fr/services?q=sant%C3%A9' },
  { name: 'the public page of what was recommended', path: '/fr/coordination' },
];
const limit = 0.5;

const listen = (app: Hono): Promise<{ server: ServerType; address: string }> =>
  new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
      resolve({ server, address: `http://127.0.0.1:${info.port}` }),
    );
  });

async function perSecond(url: string, seconds: number): Promise<number> {
  const result = await autocannon({ url, connections: 20, duration: seconds, headers: { 'accept-encoding': 'br' } });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} answers were not the page`);
  return result.requests.average;
}

/** One page against a handler that returns the same bytes from memory; the two take turns. */
async function comparePage(site: Hono, guarded: Hono, { name, path }: (typeof pages)[number]): Promise<BenchRow> {
  const ours = await listen(guarded);
  // Node's fetch would unpack the page; the bytes themselves are what the rival must return.
  const page = await site.request(path, { headers: { 'accept-encoding': 'br' } });
  const same = new Uint8Array(await page.arrayBuffer());
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' };
  const bare = await listen(new Hono().get('*', () => new Response(same, { headers })));
  const figures = { ours: 0, bare: 0 };
  try {
    await perSecond(ours.address + path, 1);
    await perSecond(bare.address + path, 1);
    for (let turn = 0; turn < 3; turn++) {
      figures.ours += (await perSecond(ours.address + path, 3)) / 3;
      figures.bare += (await perSecond(bare.address + path, 3)) / 3;
    }
  } finally {
    ours.server.close();
    bare.server.close();
  }
  return {
    name,
    unit: 'pages/s',
    ours: figures.ours,
    rival: { name: 'bare Hono handler, same bytes', value: figures.bare },
    limit: `at least ${limit} of the rival`,
    holds: figures.ours >= limit * figures.bare,
  };
}

/** Pages of the public site, each beside the same bytes from memory. */
export async function benchPage(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const databases = await openDatabases({ dataDir: folder, databaseUrl: undefined });
  try {
    await databases.asOwner(loadRegion);
    const context = { config: readConfig({}), databases, sessions: { find: async () => undefined }, log: pino({ level: 'silent' }) };
    const site = siteRoutes(context);
    // As it is served: behind the same guard as every route.
    const guarded = new Hono().use('*', security(context.config)).route('/', site);
    const rows: BenchRow[] = [];
    for (const page of pages) rows.push(await comparePage(site, guarded, page));
    return rows;
  } finally {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) console.table(await benchPage());
