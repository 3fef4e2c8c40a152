import { gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { useDatabase } from '../../testing/database.ts';
import { importHsds } from '../import/import-hsds.ts';
import { aPackage, writeFolder } from '../import/package-builder.ts';
import { openZip } from '../import/unzip.ts';
import { exportRoutes } from './api.ts';

const db = useDatabase();
let routes: Hono;
const get = async (path: string, headers: Record<string, string> = {}) => routes.request(`/export/${path}`, { headers });
beforeAll(async () => {
  routes = exportRoutes({ config: readConfig({}), databases: db() });
  await db().asOwner((owner) => importHsds(owner, { path: writeFolder(aPackage()), sourceKey: 'test' }));
}, 60_000);

it('the data package can be fetched by any site, whole, with its length', async () => {
  const answer = await get('hsds.zip');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(Number(answer.headers.get('content-length'))).toBe(bytes.length);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="hsds.zip"');
  expect([...openZip(bytes).keys()]).toEqual(expect.arrayContaining(['datapackage.json', 'services.csv', 'organizations.csv']));
});

it('text is packed for those who can unpack it', async () => {
  const answer = await get('directory.json', { 'accept-encoding': 'gzip, br' });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  const content = JSON.parse(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString('utf8')) as { services: unknown[] };
  expect(content.services).toHaveLength(2);
  expect(await (await get('directory.json')).json()).toEqual(content);
});

it('a copy that still stands is not sent again, and one that does not is', async () => {
  const tag = (await get('services.csv')).headers.get('etag') ?? '';
  expect((await get('services.csv', { 'if-none-match': tag })).status).toBe(304);
  await db().asOwner((owner) => owner.query(`update directory.service set name = 'Nouveau nom inventé' where name = 'Service care'`));
  const fresh = await get('services.csv', { 'if-none-match': tag });
  expect(fresh.status).toBe(200);
  expect(await fresh.text()).toContain('Nouveau nom inventé');
});

it('many who ask at once get the same whole file', async () => {
  await db().asOwner((owner) => owner.query(`update directory.service set name = name`));
  const bodies = await Promise.all(Array.from({ length: 8 }, async () => (await get('directory.geojson')).text()));
  expect(new Set(bodies).size).toBe(1);
  expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ type: 'FeatureCollection', features: [{ type: 'Feature' }, { type: 'Feature' }] });
});

it('a reader who leaves half-way harms nobody', async () => {
  const left = await get('directory.xlsx');
  await left.body?.cancel();
  expect((await get('directory.xlsx')).status).toBe(200);
});

it('an export that does not exist is told with those that do', async () => {
  const answer = await get('services.pdf');
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ code: 'not_found', detail: expect.stringContaining('hsds.zip') });
});
