import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegion } from '../region.ts';
import { territoryRoutes } from '../territory/index.ts';
import { useDatabase } from '../testing/database.ts';
import { directoryRoutes } from './api.ts';

const db = useDatabase();
let directory: Hono;
beforeAll(async () => {
  await db().asOwner(loadRegion);
  directory = directoryRoutes({ databases: db() });
}, 60_000);

const get = async (path: string) => {
  const answer = await directory.request(path);
  return { status: answer.status, body: await answer.json() };
};

describe('searching from the desk', () => {
  it('gives what a card shows, in the language asked for', async () => {
    const { status, body } = await get(`/api/directory/search?q=${encodeURIComponent('صحة')}&language=ar`);
    expect(status).toBe(200);
    expect(body.total).toBeGreaterThan(0);
    expect(Object.keys(body.items[0])).toEqual(
      expect.arrayContaining([
        'id',
        'name',
        'description',
        'organizationId',
        'organizationName',
        'place',
        'toBeConfirmed',
        'checkedYear',
        'alert',
      ]),
    );
    expect(body.items[0].name).toMatch(/\p{Script=Arabic}/u);
  });
  it('says which word it took for a mistyped one', async () => {
    expect((await get('/api/directory/search?q=accueuil')).body.corrected).toBe('accueil');
  });
  it.each(['page=-1', 'page=x', 'language=xx', 'commune=abc', `q=${'x'.repeat(10_000)}`, "category='", 'audience=A%00'])(
    'refuses %s with the name of the field',
    async (query) => {
      const { status, body } = await get(`/api/directory/search?${query}`);
      expect(status).toBe(400);
      expect(body).toMatchObject({ code: 'query_invalid', fields: [query.split('=')[0]] });
    },
  );
  it('says that no commune has that code', async () => {
    expect((await get('/api/directory/search?commune=029999999')).body.code).toBe('commune_unknown');
  });
});

describe('one service', () => {
  it('comes with its needs, audiences and places', async () => {
    const id = (await get('/api/directory/search?q=Marhaba')).body.items[0].id;
    const { body } = await get(`/api/directory/services/${id}?language=ar`);
    expect(body.name).toMatchObject({ language: 'ar' });
    expect(body.audiences).toContain('mre');
    expect(body.needs.length).toBeGreaterThan(0);
    expect(body.places.length).toBeGreaterThan(0);
  });
  it.each(['x', '11111111-1111-4111-8111-111111111111'])('%s is not found', async (id) => {
    expect(await get(`/api/directory/services/${id}`)).toMatchObject({ status: 404, body: { code: 'service_unknown' } });
  });
});

describe('lists', () => {
  it('needs and audiences are named in four languages', async () => {
    const needs = (await get('/api/taxonomy/needs')).body;
    const audiences = (await get('/api/taxonomy/audiences')).body;
    expect(needs).toHaveLength(21);
    expect(needs.find((need: { code: string }) => need.code === 'health').names).toMatchObject({
      fr: 'Santé',
      ar: 'الصحة',
      en: 'Health',
      es: 'Salud',
    });
    expect(audiences.map((audience: { code: string }) => audience.code)).toContain('everyone');
  });
  it('the 124 communes are named in both scripts, with their province', async () => {
    const communes = await (await territoryRoutes({ databases: db() }).request('/api/territory/communes')).json();
    expect(communes).toHaveLength(124);
    expect(communes).toContainEqual({
      code: '024110123',
      nameFr: 'Oujda',
      nameAr: 'وجدة',
      provinceFr: 'Oujda-Angad',
      provinceAr: 'وجدة-أنجاد',
    });
  });
});
