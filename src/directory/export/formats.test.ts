import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../platform/config.ts';
import { useDatabase } from '../../testing/database.ts';
import { readRecords } from '../hsds/nest.ts';
import { importHsds } from '../import/import-hsds.ts';
import { aPackage, aService, uuidFor, writeFolder } from '../import/package-builder.ts';
import { exportRoutes } from './api.ts';
import { formatRoutes } from './formats-api.ts';
import { readJsonLd } from './read-json-ld.ts';
import { jsonLdText, serviceJsonLd } from './service-json-ld.ts';

const db = useDatabase();
let routes: Hono;
const monday = new Date('2026-03-02T12:00:00Z');
const care = uuidFor('care');
const get = (path: string, headers: Record<string, string> = {}) => routes.request(path, { headers });
const text = async (path: string, headers?: Record<string, string>): Promise<string> => (await get(path, headers)).text();
/** Lines as a reader sees them, before escapes. */
const unfolded = (content: string): string[] => content.replaceAll('\r\n ', '').trimEnd().split('\r\n');

beforeAll(async () => {
  routes = formatRoutes({ config: readConfig({}), databases: db() }, () => monday);
  const files = aPackage({
    'services.csv': [
      aService('care', { name: 'Soins; <b>gratuits</b>, « pour toutes »', url: 'https://example.org/soins' }),
      aService('advice'),
    ],
    'phones.csv': [
      { id: uuidFor('phone'), service_id: care, organization_id: '', number: '0500000000', extension: '' },
      { id: uuidFor('board'), service_id: '', organization_id: uuidFor('assoc'), number: '0500000009', extension: '12' },
    ],
    'translations/services.ar.csv': [{ id: care, name: 'علاج' }],
    'locations.csv': [
      {
        id: uuidFor('place'),
        organization_id: uuidFor('assoc'),
        location_type: 'physical',
        name: 'Local',
        latitude: '34.68',
        longitude: '-1.9',
      },
    ],
  });
  const report = await db().asOwner((owner) => importHsds(owner, { path: writeFolder(files), sourceKey: 'test' }));
  expect(report.errors).toEqual([]);
}, 60_000);

describe('a telephone', () => {
  it('can keep an organisation in its address book', async () => {
    const answer = await get(`/export/organizations/${uuidFor('assoc')}.vcf`);
    expect(answer.headers.get('content-type')).toBe('text/vcard; charset=utf-8');
    const content = await answer.text();
    expect(unfolded(content)).toEqual(
      expect.arrayContaining([
        'BEGIN:VCARD',
        'VERSION:4.0',
        'FN:Association Inventée',
        'TEL;TYPE="work,voice":0500000009 x12',
        'ADR;TYPE=work:;;1\\, rue Inventée;Oujda;Oriental;60000;MA',
        'END:VCARD',
      ]),
    );
    for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
  it('can keep the open times of a service in its calendar, in the language of its owner', async () => {
    const content = await text(`/export/services/${care}.ics`, { 'accept-language': 'ar' });
    const lines = unfolded(content);
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(lines).toContain('X-WR-CALNAME:علاج');
    // Mondays and Tuesdays from 8:30 to 16:00, for eight weeks.
    expect(lines.filter((line) => line.startsWith('DTSTART:'))).toHaveLength(16);
    expect(lines).toEqual(
      expect.arrayContaining(['DTSTART:20260302T083000Z', 'DTEND:20260302T160000Z', 'LOCATION:1\\, rue Inventée\\, 60000\\, Oujda']),
    );
    const french = unfolded(await text(`/export/services/${care}.ics`, { 'accept-language': 'fr' }));
    expect(french).toContain('SUMMARY:Soins\\; <b>gratuits</b>\\, « pour toutes »');
  });
  it('can keep a session of one date as an appointment of its own, on the clock of the place, and moves it when its hours move', async () => {
    const id = uuidFor('session');
    const say = (sql: string, values: unknown[] = []) => db().asOwner((owner) => owner.query(sql, values));
    const events = async () => {
      const content = await text(`/export/services/${care}.ics`);
      for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      return content
        .replaceAll('\r\n ', '')
        .split('BEGIN:VEVENT')
        .filter((event) => event.includes('-session-'));
    };
    await say(`update directory.calendar set timezone = 'Africa/Casablanca'`);
    expect(await events()).toEqual([]);
    // A Saturday, on which nobody is there otherwise; the clock is an hour ahead again since 22 March.
    await say(
      `insert into directory.schedule (id, service_id, valid_from, valid_to, opens_at, closes_at)
       values ($1, $2, '2026-04-11', '2026-04-11', '09:00', '12:00')`,
      [id, care],
    );
    const [session = '', ...more] = await events();
    expect(more).toEqual([]);
    expect(session).toContain(`UID:${care}-session-2026-04-11@istiqbal`);
    expect(session).toContain('DTSTART;TZID=Africa/Casablanca:20260411T090000\r\nDTEND;TZID=Africa/Casablanca:20260411T120000');
    const whole = await text(`/export/services/${care}.ics`);
    expect(whole).not.toContain('20260411T080000Z');
    expect(whole).toContain('BEGIN:STANDARD\r\nDTSTART:20260322T020000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nEND:STANDARD');
    await say(`update directory.schedule set opens_at = '10:00' where id = $1`, [id]);
    const [moved = ''] = await events();
    expect(moved).toContain(`UID:${care}-session-2026-04-11@istiqbal`);
    expect(moved).toContain('DTSTART;TZID=Africa/Casablanca:20260411T100000');
    await say('delete from directory.schedule where id = $1', [id]);
    await say(`update directory.calendar set timezone = 'UTC'`);
  });
  it('gets nothing for what does not exist', async () => {
    expect((await get(`/export/services/${uuidFor('nobody')}.ics`)).status).toBe(404);
    expect((await get(`/export/organizations/${uuidFor('nobody')}.vcf`)).status).toBe(404);
    const all = exportRoutes({ config: readConfig({}), databases: db() });
    expect((await all.request(`/export/services/${care}.ics`)).status).toBe(200);
  });
});

describe('search engines', () => {
  const read = async () => {
    const [service] = await readRecords({ db: db().app, language: 'fr' }, 'service', [care], 'full');
    if (!service) throw new Error('the service is not public');
    return service;
  };
  it('read a service as schema.org tells it', async () => {
    const content = serviceJsonLd(await read(), 'https://example.org/fr/services/1', 'fr');
    expect(content).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'GovernmentService',
      '@id': 'https://example.org/fr/services/1',
      provider: { '@type': 'Organization', name: 'Association Inventée' },
      serviceType: ['Santé'],
      areaServed: [{ name: 'Maroc' }],
      hoursAvailable: [
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: ['https://schema.org/Monday', 'https://schema.org/Tuesday'],
          opens: '08:30',
          closes: '16:00',
        },
      ],
      availableChannel: [
        { serviceLocation: { name: 'Local', address: { addressLocality: 'Oujda' }, geo: { latitude: 34.68 } }, availableLanguage: ['ar'] },
        { servicePhone: { telephone: '0500000000' } },
        { serviceUrl: 'https://example.org/soins' },
      ],
      offers: [{ price: 20.5, priceCurrency: 'MAD' }],
    });
  });
  it('read hours only when they come back every week, without appointment', async () => {
    const service = await read();
    for (const change of [
      { freq: 'MONTHLY' },
      { interval: 2 },
      { season: 'ramadan', valid_from: '1970-01-01', valid_to: '1970-01-01' },
      { freq: null, byday: null, valid_from: '2026-06-01', valid_to: '2026-06-30' },
      { by_appointment: true },
      { opens_at: 'le matin' },
      { byday: '1MO' },
    ]) {
      const schedules = (service.schedules as object[]).map((row) => ({ ...row, ...change }));
      expect(serviceJsonLd({ ...service, schedules }, 'x', 'fr')).not.toHaveProperty('hoursAvailable');
    }
  });
  it('read when hours of a season or of some months hold, and what holds on one date', async () => {
    const service = await read();
    const dates = (validFrom: string, validThrough: string) => ({ validFrom, validThrough });
    const [week] = service.schedules as Record<string, unknown>[];
    const told = (row: object) => serviceJsonLd({ ...service, schedules: [row] }, 'x', 'fr').hoursAvailable;
    const months = { valid_from: '2026-06-15', valid_to: '2026-09-15' };
    expect(told({ ...week, season: 'own_dates', ...months })).toMatchObject([{ opens: '08:30', ...dates('2026-06-15', '2026-09-15') }]);
    expect(told({ ...week, season: 'ramadan', valid_from: '2027-02-08', valid_to: '2027-03-09' })).toMatchObject([
      { opens: '08:30', ...dates('2027-02-08', '2027-03-09') },
    ]);
    const day = { valid_from: '2026-12-24', valid_to: '2026-12-24' };
    expect(told({ ...day, opens_at: '09:00', closes_at: '11:00' })).toEqual([
      { '@type': 'OpeningHoursSpecification', opens: '09:00', closes: '11:00', ...dates('2026-12-24', '2026-12-24') },
    ]);
    const closed = { opens: '00:00', closes: '00:00' };
    expect(told(day)).toEqual([{ '@type': 'OpeningHoursSpecification', ...closed, ...dates('2026-12-24', '2026-12-24') }]);
    expect(told(months)).toMatchObject([{ ...closed, ...dates('2026-06-15', '2026-09-15') }]);
    expect(told({ ...months, description: 'De juin à septembre : 9 h à 12 h' })).toBeUndefined();
  });
  it('read that a service is closed for a time, and nothing of one that ended', async () => {
    const setStatus = (status: string) =>
      db().asOwner((owner) => owner.query('update directory.service set status = $2 where id = $1', [care, status]));
    const told = async () => JSON.parse((await readJsonLd(db().app, care, 'x', 'fr')) ?? 'null');
    await setStatus('temporarily closed');
    expect(await told()).toMatchObject({ hoursAvailable: [{ opens: '00:00', closes: '00:00' }] });
    expect((await told()).hoursAvailable[0].dayOfWeek).toHaveLength(7);
    await setStatus('defunct');
    expect(await told()).toBeNull();
    await setStatus('active');
    expect(await told()).toMatchObject({ hoursAvailable: [{ opens: '08:30' }] });
  });
  it('cannot be made to run what a name holds', async () => {
    const service = { ...(await read()), name: '</script><script>alert(1)</script>' };
    expect(jsonLdText(serviceJsonLd(service, 'x', 'fr'))).not.toContain('<');
    expect(JSON.parse(jsonLdText(serviceJsonLd(service, 'x', 'fr')))).toMatchObject({ name: service.name });
  });
  it('find every page, in each language', async () => {
    expect(await text('/robots.txt')).toContain('Sitemap: http://localhost/sitemap.xml');
    const maps = [...(await text('/sitemap.xml')).matchAll(/<loc>http:\/\/localhost([^<]*)<\/loc>/g)].map(([, path]) => path ?? '');
    expect(maps).toEqual(['/sitemaps/0.xml', '/sitemaps/1.xml']);
    const pages = (await Promise.all(maps.map((path) => text(path)))).join('');
    for (const path of ['/ar/', `/es/services/${care}`, `/fr/organizations/${uuidFor('assoc')}`])
      expect(pages).toContain(`<loc>http://localhost${path}</loc>`);
    expect((await get('/sitemaps/2.xml')).status).toBe(404);
  });
});

describe('a feed reader', () => {
  it('sees what changed last first, and that a service ended without its name', async () => {
    await db().asOwner(async (owner) => {
      await owner.query(`update directory.service set last_modified = now() - interval '1 day'`);
      await owner.query(`update directory.service set status = 'defunct', last_modified = now() where id = $1`, [uuidFor('advice')]);
    });
    const feed = await text('/feeds/fr.atom');
    const ids = [...feed.matchAll(/<id>urn:uuid:([^<]*)<\/id>/g)].map(([, id]) => id);
    expect(ids).toEqual([uuidFor('advice'), care]);
    expect(feed).toContain('Soins; &lt;b&gt;gratuits&lt;/b&gt;');
    expect(feed).not.toContain('Service advice');
    expect(await text('/feeds/ar.atom')).toContain('<title>علاج</title>');
    const tag = (await get('/feeds/fr.atom')).headers.get('etag') ?? '';
    expect((await get('/feeds/fr.atom', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('/feeds/de.atom')).status).toBe(404);
  });
});
