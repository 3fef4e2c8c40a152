import { connect, createServer, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from './platform.ts';
import { usePlatform } from './use-platform.ts';

const { platform, browser } = usePlatform();
let page: Page;
let url = '';

/** The way to the platform, which can be cut for the browser, its worker included. */
const sockets = new Set<Socket>();
let connected = true;
const network = createServer((socket) => {
  if (!connected) return void socket.destroy();
  const onward = connect(Number(new URL(platform().url).port), '127.0.0.1');
  for (const [one, other] of [
    [socket, onward],
    [onward, socket],
  ] as const) {
    sockets.add(one);
    one.on('error', () => other.destroy());
    one.on('close', () => sockets.delete(one));
    one.pipe(other);
  }
  return undefined;
});
function cut(): void {
  connected = false;
  for (const socket of sockets) socket.destroy();
}
function mend(): void {
  connected = true;
}

beforeAll(async () => {
  const port = await freePort();
  await new Promise<void>((resolve) => network.listen(port, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${port}`;
  page = await (await browser().newContext({ viewport: { width: 360, height: 780 } })).newPage();
});
afterAll(() => {
  network.close();
});

/** The ids of what a statement of the owner gives back. */
const ask = (sql: string, values: unknown[] = []): Promise<string[]> =>
  platform().inDatabase(({ asOwner }) =>
    asOwner(async (owner) => (await owner.query<{ id: string }>(sql, values)).rows.map(({ id }) => id)),
  );
const title = () => page.locator('h1').innerText();
const isCopy = () => page.locator('.copied').isVisible();
const servicesOf = () =>
  ask(
    `select s.id from directory.service s join directory.organization o on o.id = s.organization_id
     where s.status = 'active' and s.vanished_at is null and o.vanished_at is null and not o.is_demonstration order by s.id`,
  );

it('a page that was visited is read again without a network, as a copy that says of when it is', async () => {
  const [id] = await servicesOf();
  await page.goto(`${url}/fr/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.goto(`${url}/fr/services/${id}`);
  const name = await title();
  expect(await isCopy()).toBe(false);
  cut();
  await page.goto(`${url}/fr/services/${id}`);
  expect(await title()).toBe(name);
  expect(await page.locator('.copied').innerText()).toMatch(/Copie du \d{1,2} \S+ \d{4}/);
  await page.goto(`${url}/fr/services?q=invente`);
  expect(await title()).toBe('Lire sans connexion');
  mend();
});

it('the whole guide is kept by one link, and read without a network', async () => {
  await page.goto(`${url}/fr/offline`);
  await page.getByRole('link', { name: 'Garder tout l’annuaire' }).click();
  await expect
    .poll(
      async () => {
        await page.goto(`${url}/fr/offline`);
        return page.locator('#kept').innerText();
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toContain('Tout l’annuaire est gardé');
  cut();
  const always = await ask(`select service_id as id from directory.schedule where service_id is not null limit 1`);
  for (const id of [...(await servicesOf()).slice(-2), ...always]) {
    await page.goto(`${url}/fr/services/${id}`);
    expect(await isCopy()).toBe(true);
    for (const state of await page.locator('.state.open, .state.closed').all()) expect(await state.isVisible()).toBe(false);
  }
  mend();
});

it('back on line, a service that changed is fetched again and one that vanished leaves the copy', async () => {
  const [changed, vanished, same] = (await servicesOf()).slice(-3);
  const stored = (id: string | undefined) =>
    page.evaluate(async (path) => {
      const copy = await (await caches.open('site-kept-fr')).match(path);
      return copy ? { text: await copy.text(), at: copy.headers.get('x-kept-at') } : undefined;
    }, `/fr/services/${id}`);
  const before = await stored(same);
  await ask(`update directory.service set name = 'Service inventé changé' where id = $1`, [changed]);
  await ask('update directory.service set vanished_at = now() where id = $1', [vanished]);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await page.goto(`${url}/fr/offline`);
  await expect.poll(async () => (await stored(changed))?.text, { timeout: 60_000 }).toContain('Service inventé changé');
  expect(await stored(vanished)).toBeUndefined();
  expect((await stored(same))?.at).toBe(before?.at);
  cut();
  await page.goto(`${url}/fr/services/${changed}`);
  expect(await title()).toBe('Service inventé changé');
  await page.goto(`${url}/fr/services/${vanished}`);
  expect(await title()).toBe('Lire sans connexion');
  mend();
});

it('nothing is kept any more once it is asked, and what was searched never was', async () => {
  const held = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      return (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat();
    });
  const paths = await held();
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => path.includes('q='))).toEqual([]);
  await page.goto(`${url}/fr/offline`);
  await page.getByRole('link', { name: 'Ne rien garder' }).click();
  await expect.poll(held).toEqual([]);
});
