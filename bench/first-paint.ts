import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Browser, chromium } from 'playwright-core';
import { readConfig } from '../src/platform/config.ts';
import { openDatabases } from '../src/platform/database/open.ts';
import { loadRegion } from '../src/region.ts';
import { siteRoutes } from '../src/site/index.ts';
import { type BenchRow, percentile } from './row.ts';

const path = '/fr/services?q=sant%C3%A9';
const limit = 1500;
const turns = 7;
/** 400 kbit/s and 400 ms from a request to its answer. Chromium adds no more for the opening of a connection, which a page in one answer needs once as its rival does. */
const network = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

const listen = (app: Hono): Promise<{ server: ServerType; address: string }> =>
  new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
      resolve({ server, address: `http://127.0.0.1:${info.port}` }),
    );
  });

/** Milliseconds until something can be read, in a browser that never saw the site. */
async function firstPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await page.goto(address + path, { waitUntil: 'load' });
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await context.close();
  return paint;
}

/** A page of results on a slow telephone network, against the same page with its style in a file of its own; the two take turns. */
export async function benchFirstPaint(): Promise<BenchRow[]> {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => file && existsSync(file));
  if (!executablePath) throw new Error('No Chromium was found. Say where it is with CHROMIUM.');
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const databases = await openDatabases({ dataDir: folder, databaseUrl: undefined });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  try {
    await databases.asOwner(loadRegion);
    const site = siteRoutes({
      config: readConfig({}),
      databases,
      sessions: { find: async () => undefined },
      log: pino({ level: 'silent' }),
    });
    const ours = await listen(site);
    const html = await (await site.request(path)).text();
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    const linked = html.replace(/<style>.*?<\/style>/s, '<link rel="stylesheet" href="/style.css">');
    const rival = await listen(
      new Hono()
        .use(compress({ threshold: 0 }))
        .get('/fr/services', (c) => c.html(linked))
        .get('/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css' })),
    );
    const figures: Record<'ours' | 'rival', number[]> = { ours: [], rival: [] };
    try {
      for (let turn = 0; turn < turns; turn++) {
        figures.ours.push(await firstPaint(browser, ours.address));
        figures.rival.push(await firstPaint(browser, rival.address));
      }
    } finally {
      ours.server.close();
      rival.server.close();
    }
    const worst = Math.max(...figures.ours);
    return [
      {
        name: 'first contentful paint at 400 kbit/s and 400 ms, median',
        unit: 'ms',
        ours: percentile(figures.ours, 0.5),
        rival: { name: 'same page, style sheet in a file', value: percentile(figures.rival, 0.5) },
        limit: `under ${limit} ms each of ${turns} times`,
        holds: worst < limit,
      },
    ];
  } finally {
    await browser.close();
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) console.table(await benchFirstPaint());
