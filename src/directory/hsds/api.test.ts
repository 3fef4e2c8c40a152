import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { loadRegion } from '../../region.ts';
import { useDatabase } from '../../testing/database.ts';
import { hsdsValidator } from '../../testing/hsds.ts';
import { importCsv } from '../import/import-csv.ts';
import { importHsds } from '../import/import-hsds.ts';
import { aPackage, uuidFor, writeFolder } from '../import/package-builder.ts';
import { hsdsRoutes } from './api.ts';

const db = useDatabase();
const data = join(import.meta.dirname, '../../../data');
let api: Hono;
type Json = Record<string, unknown> & { contents: (Record<string, unknown> & { id: string })[] };
const get = (path: string, headers: Record<string, string> = {}) => api.request(`/hsds${path}`, { headers });
const read = async (path: string, headers?: Record<string, string>): Promise<Json> => (await (await get(path, headers)).json()) as Json;

beforeAll(() => {
  api = hsdsRoutes({ config: readConfig({}), databases: db() });
});

const lists = {
  services: 'service',
  organizations: 'organization',
  locations: 'location',
  service_at_locations: 'service_at_location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
};
const standards = [hsdsValidator('hsds-3.2'), hsdsValidator('oruk-3.0')];
const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value as object).some((member) => hasNull(member)));

function expectValid(object: string, record: unknown, at: string): void {
  for (const standard of standards) if (standard.objects.includes(object)) expect(standard.errorsOf(object, record), at).toEqual([]);
  expect(hasNull(record), `${at} holds null`).toBe(false);
}

/** Walks every list, page after page, and every record of it. */
async function walk(prefix: string, query: string): Promise<number> {
  let seen = 0;
  for (const [list, object] of Object.entries(lists)) {
    const ids: string[] = [];
    for (let number = 1, more = true; more; number++) {
      const at = `${prefix}/${list}?page=${number}&per_page=20${query}`;
      const page = await read(at);
      for (const standard of standards) expect(standard.errorsOfPage(page), at).toEqual([]);
      expect(page.size).toBe(page.contents.length);
      if (!page.last_page) expect(page.size).toBe(20);
      expect([page.first_page, page.page_number]).toEqual([number === 1, number]);
      for (const record of page.contents) expectValid(object, record, `${at} ${record.id}`);
      ids.push(...page.contents.map((record) => record.id));
      more = page.last_page !== true;
      if (!more) expect(ids).toHaveLength(Number(page.total_items));
    }
    expect(new Set(ids).size).toBe(ids.length);
    if (query === '') for (const id of ids) expectValid(object, await read(`${prefix}/${list}/${id}`), `${list}/${id}`);
    seen += ids.length;
  }
  return seen;
}

describe('every answer fits HSDS 3.2 and Open Referral UK 3.0', () => {
  beforeAll(async () => {
    await db().asOwner(async (owner) => {
      await loadRegion(owner);
      const jordan = {
        path: join(data, 'samples/jordan/hsds3'),
        translations: { folder: join(data, 'samples/jordan/translations-ar'), language: 'ar' },
      };
      expect((await importHsds(owner, jordan)).errors).toEqual([]);
      expect((await importCsv(owner, { path: join(data, 'samples/ohana'), mapping: join(data, 'mappings/ohana.json') })).errors).toEqual(
        [],
      );
      expect((await importHsds(owner, { path: writeFolder(aPackage()), sourceKey: 'test' })).errors).toEqual([]);
      await owner.query(
        `insert into directory.availability (service_id, state, places, until) values ($1, 'places', 4, null), ($2, 'closed', null, '2199-12-31')`,
        [uuidFor('care'), uuidFor('advice')],
      );
      await owner.query(
        `insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at, season)
         select md5(season)::uuid, $1, 'WEEKLY', 'TU', '10:00', '14:00', season from unnest(array['ramadan', 'summer']) season`,
        [uuidFor('advice')],
      );
      await owner.query(
        `insert into directory.required_document (id, service_id, document, procedure) values (gen_random_uuid(), $1, 'Passeport', 'Renouvellement')`,
        [uuidFor('advice')],
      );
    });
  }, 120_000);

  it('in French, record by record', async () => {
    expect(await walk('/fr', '')).toBeGreaterThan(300);
  }, 120_000);
  it('in Arabic, whole in the lists', async () => {
    await walk('/ar', '&full=true');
  }, 120_000);
  it('organisations with all that they offer', async () => {
    const { contents } = await read('/en/organizations?full_service=true&per_page=500');
    expect(contents.length).toBeGreaterThan(20);
    for (const record of contents) expectValid('organization', record, record.id);
    expect(contents.some((o) => (o.services as { phones: unknown[] }[]).some((service) => service.phones.length > 0))).toBe(true);
  }, 60_000);

  it('says what it is', async () => {
    expect(await read('')).toMatchObject({ version: '3.2', publisher: { name: expect.stringContaining('Istiqbal') } });
    const { openapi_url } = await read('/ar/');
    expect(openapi_url).toBe('http://localhost/hsds/ar/openapi.json');
    expect(await read('/ar/openapi.json')).toMatchObject({
      openapi: expect.stringMatching(/^3\.1/),
      servers: [{ url: 'http://localhost/hsds/ar' }],
    });
  });

  it('speaks the language of its address, or of the reader', async () => {
    const term = (await read('/fr/taxonomy_terms?search=health')).contents.find(
      (found) => found.code === 'health' && found.name === 'Santé',
    );
    expect(term).toMatchObject({ name: 'Santé' });
    expect(await read(`/ar/taxonomy_terms/${term?.id}`)).toMatchObject({ name: 'الصحة' });
    const negotiated = await get(`/taxonomy_terms/${term?.id}`, { 'accept-language': 'ar-MA,fr;q=0.5' });
    expect(negotiated.headers.get('content-language')).toBe('ar');
    expect(await negotiated.json()).toMatchObject({ name: 'الصحة' });
  });

  it('a service comes with its places, papers, hours, prices and needs', async () => {
    const service = await read(`/services/${uuidFor('care')}`);
    expect(service).toMatchObject({
      organization: { name: 'Association Inventée' },
      phones: [{ number: '0500000000' }],
      schedules: [{ byday: 'MO,TU', opens_at: '08:30' }],
      languages: [{ code: 'ar' }],
      required_documents: [{ document: 'Une pièce d’identité' }],
      cost_options: [{ amount: 20.5, currency: 'MAD' }],
      capacities: expect.arrayContaining([expect.objectContaining({ available: 3, unit: expect.objectContaining({ name: 'Places' }) })]),
      additional_urls: [{ url: 'https://example.org/soins' }],
      attributes: [{ taxonomy_term: { name: 'Santé', taxonomy_detail: { name: 'Besoins' } } }],
      service_at_locations: [{ location: { name: 'Local', addresses: [{ city: 'Oujda' }], accessibility: [{ description: 'Rampe' }] } }],
      contacts: [],
    });
  });

  it('hours of a season carry its days, so that nobody reads them as those of all year', async () => {
    const hours = async (season: string) =>
      ((await read(`/fr/services/${uuidFor('advice')}`)).schedules as Record<string, unknown>[]).find((row) => row.season === season);
    const change = (sql: string) => db().asOwner((owner) => owner.query(sql));
    await change(`delete from directory.calendar_period where kind = 'summer'`);
    expect(await hours('summer')).toMatchObject({ valid_from: '1970-01-01', valid_to: '1970-01-01', dates_of_season: true });
    await change(`insert into directory.calendar_period (key, year, kind, first_day, last_day, names, confirmed)
      select 'summer', year, 'summer', make_date(year, 7, 1), make_date(year, 8, 31), '{"fr": "Été"}', true from unnest(array[2001, 2198, 2199]) year`);
    expect(await hours('summer')).toMatchObject({ valid_from: '2198-07-01', valid_to: '2198-08-31' });
    const before = (await get('/fr/services')).headers;
    await change(`update directory.calendar_period set removed = true where kind = 'summer' and year > 2100`);
    expect(await hours('summer')).toMatchObject({ valid_from: '2001-07-01', valid_to: '2001-08-31' });
    expect((await get('/fr/services', { 'if-none-match': before.get('etag') ?? '' })).status).toBe(200);
  });
  it('a season that ended yesterday makes another answer today, though nobody changed anything', async () => {
    const tagWith = async (lastDay: string) => {
      await db().asOwner(async (owner) => {
        await owner.query('begin');
        await owner.query(`insert into directory.calendar_period (key, year, kind, first_day, last_day, names, confirmed)
          values ('one', 2000, 'ramadan', '2000-01-01', ${lastDay}, '{"fr": "x"}', true) on conflict (key, year) do update set last_day = excluded.last_day`);
        // As if it had been entered long ago.
        await owner.query(`update directory.version set number = 9, changed_at = '2001-01-01'`);
        await owner.query('commit');
      });
      return (await get('/fr/services')).headers.get('etag');
    };
    expect(await tagWith('directory.today() - 1')).not.toBe(await tagWith('directory.today() + 30'));
  });
  it('the room that is left is a capacity, counted in places, in the words of the language', async () => {
    expect((await read(`/fr/services/${uuidFor('care')}`)).capacities).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          available: 4,
          state: 'places',
          description: '4 places libres',
          unit: expect.objectContaining({ name: 'Places' }),
        }),
      ]),
    );
    const [closed] = (await read(`/en/services/${uuidFor('advice')}`)).capacities as Record<string, unknown>[];
    expect(closed).toMatchObject({
      available: 0,
      state: 'closed',
      until: '2199-12-31',
      description: expect.stringContaining('31 December 2199'),
    });
  });
  it('a paper names its procedure', async () => {
    expect((await read(`/fr/services/${uuidFor('advice')}`)).required_documents).toEqual([
      expect.objectContaining({ document: 'Passeport', procedure: 'Renouvellement' }),
    ]);
  });

  it('papers are told in the language asked for, where the service words them in it', async () => {
    await db().asOwner((owner) =>
      owner.query(
        `insert into directory.translation (entity, entity_id, language, fees_description, wordings)
         values ('service', $1, 'ar', 'مجاني', '{"Passeport": "جواز السفر"}')
         on conflict (entity_id, language) do update set fees_description = excluded.fees_description, wordings = excluded.wordings`,
        [uuidFor('advice')],
      ),
    );
    const { fees_description, required_documents } = await read(`/ar/services/${uuidFor('advice')}`);
    expect(fees_description).toBe('مجاني');
    expect(required_documents).toEqual([expect.objectContaining({ document: 'جواز السفر', procedure: 'Renouvellement' })]);
    expect((await read(`/fr/services/${uuidFor('advice')}`)).required_documents).toEqual([
      expect.objectContaining({ document: 'Passeport' }),
    ]);
  });

  describe('filters', () => {
    const ids = async (path: string): Promise<string[]> => (await read(path)).contents.map((record) => record.id);
    const care = uuidFor('care');
    it.each([
      ['search, word by word, in any language', '/services?search=inventé CARE', [care]],
      ['search takes no pattern', '/services?search=%25', []],
      ['a term', `/services?taxonomy_term_id=${uuidFor('health')}`, [care]],
      ['a taxonomy', `/services?taxonomy_id=${uuidFor('needs')}`, [care]],
      ['an organisation', `/services?organization_id=${uuidFor('assoc')}`, [care, uuidFor('advice')].sort()],
      ['a day and an hour', `/services?organization_id=${uuidFor('assoc')}&day=Monday&start_time=8:00&end_time=17:00`, [care]],
      ['another day', `/services?organization_id=${uuidFor('assoc')}&day=SU`, []],
      ['places with a postcode', `/service_at_locations?postcode=60000&organization_id=${uuidFor('assoc')}`, [uuidFor('care-place')]],
      ['places near a point', '/locations?latitude=34.6801&longitude=-1.9001&radius=50', [uuidFor('place')]],
      ['services near a point', '/services?latitude=34.6801&longitude=-1.9001&radius=50', [care]],
      [
        'places near the middle of a postcode',
        `/service_at_locations?postcode=60000&proximity=200000&organization_id=${uuidFor('assoc')}`,
        [uuidFor('care-place')],
      ],
      ['the top of a taxonomy', `/taxonomy_terms?taxonomy_id=${uuidFor('needs')}&top_only=true`, [uuidFor('health')]],
      ['nothing below a term', `/taxonomy_terms?parent_id=${uuidFor('health')}`, []],
      ['organisations by what they offer', `/organizations?taxonomy_term_id=${uuidFor('health')}`, [uuidFor('assoc')]],
      ['an age above any', '/services?minimum_age=150', []],
      ['what changed after the end of time', '/services?modified_after=2999-01-01T00:00:00Z', []],
    ])('%s', async (_what, path, expected) => {
      expect(await ids(path)).toEqual(expected);
    });
    it('minimal gives ids and dates alone', async () => {
      const [first] = (await read('/services?minimal=true')).contents;
      expect(Object.keys(first ?? {})).toEqual(['id', 'last_modified', 'modified_date']);
    });
    it.each([
      'page=0',
      'page=x',
      'per_page=100000',
      'taxonomy_id=1',
      'modified_after=yesterday',
      'format=xml',
      'full=perhaps',
      'latitude=34',
      'proximity=5',
      'day=noday',
      'start_time=25:00',
    ])('%s is refused with the name of the parameter', async (query) => {
      const answer = await get(`/services?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(await answer.json()).toMatchObject({ code: 'query_invalid', fields: [query.split('=')[0]] });
    });
    it('a page past the last is empty', async () => {
      expect(await read('/services?page=900000')).toMatchObject({ empty: true, size: 0, last_page: true, contents: [] });
    });
    it.each(['/services/1', `/services/${uuidFor('nobody')}`, '/nothing', '/services/a/b'])('%s is not found', async (path) => {
      expect((await get(path)).status).toBe(404);
    });
    it('nothing can be written', async () => {
      expect((await api.request('/hsds/services', { method: 'POST', body: '{}' })).status).toBe(405);
    });
  });

  it('as ndjson, everything comes in one stream, in order', async () => {
    const answer = await get('/services?format=ndjson&full=true');
    expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
    const records = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string });
    expect(records).toHaveLength(Number((await read('/services')).total_items));
    expect(records.map((record) => record.id)).toEqual(records.map((record) => record.id).sort());
    for (const record of records) expectValid('service', record, record.id);
  });

  it('what has not changed is not sent again, in the same language', async () => {
    const first = await get('/fr/services');
    const tag = first.headers.get('etag') ?? '';
    const again = await get('/fr/services', { 'if-none-match': `"x", W/${tag}` });
    expect([again.status, await again.text(), again.headers.get('access-control-allow-origin')]).toEqual([304, '', '*']);
    expect((await get('/fr/services', { 'if-modified-since': first.headers.get('last-modified') ?? '' })).status).toBe(304);
    expect((await get('/ar/services', { 'if-none-match': tag })).status).toBe(200);
    expect((await get(`/fr/services/${uuidFor('nobody')}`, { 'if-none-match': tag })).status).toBe(404);
    await db().asOwner((owner) => owner.query('update directory.organization set name = name where id = $1', [uuidFor('assoc')]));
    expect((await get('/fr/services', { 'if-none-match': tag })).status).toBe(200);
  });

  it('other sites may read it', async () => {
    const preflight = await api.request('/hsds/services', { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  });
});

describe('while the directory changes', () => {
  afterAll(() => db().asOwner((owner) => owner.query(`delete from directory.service where name like 'Passager%'`)));

  it('whoever follows the links meets every record that stays exactly once', async () => {
    const staying = (await read('/services?per_page=500&minimal=true')).contents.map((record) => record.id);
    const seen: string[] = [];
    let path = '/services?per_page=7&minimal=true';
    for (let i = 0; ; i++) {
      const answer = await get(path);
      seen.push(...((await answer.json()) as Json).contents.map((record) => record.id));
      const next = /<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      if (!next) break;
      path = next.replace(/^.*\/hsds/, '');
      await db().asOwner(async (owner) => {
        await owner.query(
          `insert into directory.service (id, organization_id, name, status) select gen_random_uuid(), $1, 'Passager ' || $2, 'active' from generate_series(1, 3)`,
          [uuidFor('assoc'), i],
        );
        await owner.query(`delete from directory.service where name = 'Passager ' || $1`, [i - 2]);
      });
    }
    expect(seen.filter((id) => staying.includes(id))).toEqual(staying);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('whoever asks for changes learns what ended, and nothing else of it', async () => {
    const since = new Date().toISOString();
    await db().asOwner((owner) =>
      owner.query(`update directory.service set status = 'inactive', description = 'Texte retiré', last_modified = now() where id = $1`, [
        uuidFor('advice'),
      ]),
    );
    const { contents } = await read(`/services?modified_after=${encodeURIComponent(since)}`);
    expect(contents).toEqual([{ id: uuidFor('advice'), name: '', status: 'inactive', last_modified: expect.any(String) }]);
    expect(await read(`/services/${uuidFor('advice')}`)).toEqual(contents[0]);
    expectValid('service', contents[0], 'ended');
    expect((await read('/services?per_page=500')).contents.map((record) => record.id)).not.toContain(uuidFor('advice'));
  });
});
