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

const path = '/fr/services?q=sant%C3%A9';
const limit = 0.5;

const listen = (app: Hono): Promise<{ server: ServerType; address: string }> =>
  new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
      resolve({ server, address: `http://127.0.0.1:${info.port}` }),
    );
  });

async function perSecond(address: string, seconds: number): Promise<number> {
  const result = await autocannon({ url: address + path, connections: 20, duration: seconds, headers: { 'accept-encoding': 'br' } });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} answers were not the page`);
  return result.requests.average;
}

/** A page of results against a handler that returns the same bytes from memory; the two take turns in one run. */
export async function benchPage(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const databases = await openDatabases({ dataDir: folder, databaseUrl: undefined });
  try {
    await databases.asOwner(loadRegion);
    const context = { config: readConfig({}), databases, sessions: { find: async () => undefined }, log: pino({ level: 'silent' }) };
    // As it is served: behind the same guard as every route.
    const ours = await listen(new Hono().use('*', security(context.config)).route('/', siteRoutes(context)));
    // Node's fetch would unpack the page; the bytes themselves are what the rival must return.
    const page = await siteRoutes(context).request(path, { headers: { 'accept-encoding': 'br' } });
    const same = new Uint8Array(await page.arrayBuffer());
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' };
    const bare = await listen(new Hono().get('/fr/services', () => new Response(same, { headers })));
    const figures = { ours: 0, bare: 0 };
    try {
      await perSecond(ours.address, 1);
      await perSecond(bare.address, 1);
      for (let turn = 0; turn < 3; turn++) {
        figures.ours += (await perSecond(ours.address, 3)) / 3;
        figures.bare += (await perSecond(bare.address, 3)) / 3;
      }
    } finally {
      ours.server.close();
      bare.server.close();
    }
    return [
      {
        name: 'a public page of results',
        unit: 'pages/s',
        ours: figures.ours,
        rival: { name: 'bare Hono handler, same bytes', value: figures.bare },
        limit: `at least ${limit} of the rival`,
        holds: figures.ours >= limit * figures.bare,
      },
    ];
  } finally {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) console.table(await benchPage());
