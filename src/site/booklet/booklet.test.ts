import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { encode } from 'uqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { findService, getCalendar, openingOverview, wordsOf } from '../../directory/index.ts';
import { readConfig } from '../../platform/config.ts';
import { loadRegion } from '../../region.ts';
import { buildOrganization, buildService } from '../../testing/builders.ts';
import { useDatabase } from '../../testing/database.ts';
import { translators } from '../messages.ts';
import { siteRoutes } from '../routes.tsx';
import { qrSvg } from '../../platform/documents/index.ts';

const db = useDatabase();
let site: Hono;
beforeAll(async () => {
  await db().asOwner(async (owner) => {
    await loadRegion(owner);
  });
  site = siteRoutes({
    config: { ...readConfig({}), publicUrl: 'https://istiqbal.example' },
    databases: db(),
    sessions: { find: async () => undefined },
    log: pino({ level: 'silent' }),
  });
}, 60_000);

const get = (path: string, headers: Record<string, string> = {}) => Promise.resolve(site.request(path, { headers }));
const pagesOf = (pdf: string): number => pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
const readPdf = async (path: string) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('content-type')], path).toEqual([200, 'application/pdf']);
  return Buffer.from(await answer.arrayBuffer()).toString('latin1');
};
const idOf = async (name: string) =>
  (await db().app.query<{ id: string }>('select id from directory.service where name = $1', [name])).rows[0]?.id ?? '';
const wordsIn = async (id: string, language: 'fr' | 'ar', schedules: Parameters<typeof openingOverview>[0] = []) => {
  const service = await findService(db().app, id, language);
  if (!service) throw new Error('there is such a service');
  const opening = openingOverview(schedules, await getCalendar(db().app), Math.floor(Date.now() / 60_000));
  return wordsOf({ t: translators[language], language, service, opening, needs: [], audiences: [] });
};

describe('the guide of a commune on paper', () => {
  it.each(['fr', 'ar', 'en', 'es'])(
    'has a cover, contents and cards in %s, with the letters it needs',
    async (language) => {
      const pdf = await readPdf(`/${language}/guide.pdf?commune=023810105`);
      expect(pagesOf(pdf)).toBeGreaterThan(5);
      expect(pdf).toMatch(/MediaBox ?\[0 0 419\.5\d* 595\.2\d*\]/);
      expect(pdf).toMatch(language === 'ar' ? /BaseFont ?\/[A-Z+]*NotoSansArabic-/ : /BaseFont ?\/[A-Z+]*NotoSans-/);
    },
    60_000,
  );
  it('costs the network nothing until the directory changes', async () => {
    const first = await get('/fr/guide.pdf?commune=023810105');
    const etag = first.headers.get('etag') ?? '';
    expect((await get('/fr/guide.pdf?commune=023810105', { 'if-none-match': etag })).status).toBe(304);
  });
  it('holds what the same search finds: fewer services, fewer pages', async () => {
    expect(pagesOf(await readPdf('/fr/guide.pdf?category=health'))).toBeLessThan(pagesOf(await readPdf('/fr/guide.pdf')));
  }, 60_000);
  it('that would be empty, or asks for what does not exist, is answered by a page', async () => {
    const empty = await get('/fr/guide.pdf?q=xqzwvkj&commune=022510103');
    expect([empty.status, empty.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect((await get('/fr/guide.pdf?commune=999999999')).status).toBe(400);
  });
  it('asked for by too many at once is promised for later, and the pages go on', async () => {
    const asked = await Promise.all(
      ['q=a', 'q=b', 'audience=mre', 'audience=rpt', 'category=health', 'category=housing_emergency'].map((q) => get(`/en/guide.pdf?${q}`)),
    );
    const late = asked.filter((answer) => answer.status === 503);
    expect(late.length).toBeGreaterThan(0);
    expect(late[0]?.headers.get('retry-after')).toBe('10');
    expect((await get('/en/')).status).toBe(200);
  }, 60_000);
  it('that would be too long says how to narrow it', async () => {
    const organization = await buildOrganization(db());
    await db().asOwner((owner) =>
      owner.query(
        `insert into directory.service (id, organization_id, name, status)
         select gen_random_uuid(), $1, 'Service inventé ' || n, 'active' from generate_series(1, 301) n`,
        [organization],
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const answer = await get('/fr/guide.pdf?q=invent%C3%A9');
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain('300 au plus');
    expect(html).toContain('href="/fr/services?q=invent%C3%A9"');
  });
});

describe('a service on paper', () => {
  it('is one sheet; one that does not exist is not found', async () => {
    expect(pagesOf(await readPdf(`/ar/services/${await idOf('Centres de santé publics')}.pdf`))).toBeLessThanOrEqual(2);
    expect((await get(`/ar/services/${randomUUID()}.pdf`)).status).toBe(404);
    expect((await get('/ar/services/x.pdf')).status).toBe(404);
  });
  it('tells no confidential address', async () => {
    const id = await idOf('Hijra wa Himaya – protection des adolescents');
    await db().asOwner((owner) =>
      owner.query(
        `insert into directory.address (id, location_id, address_1, city, state_province, postal_code, country, address_type)
         select gen_random_uuid(), l.location_id, '7, rue Inventée', 'Oujda', '', '', 'MA', 'physical' from directory.service_at_location l
         join directory.location p on p.id = l.location_id and p.confidential where l.service_id = $1`,
        [id],
      ),
    );
    const words = JSON.stringify(await wordsIn(id, 'fr'));
    expect(words).toContain('L’adresse n’est pas publiée');
    expect(words).not.toMatch(/Inventée|Lieu non publié/);
  });
  it('tells the hours of every week, and never that it is open now', async () => {
    const id = await buildService(db(), await buildOrganization(db()));
    const weekly = { freq: 'WEEKLY' as const, byday: 'MO,TU,WE', opens_at: '08:30', closes_at: '12:00' };
    const words = JSON.stringify(await wordsIn(id, 'fr', [{ place: null, schedules: [weekly] }]));
    expect(words.replace(/\u2060/g, '').replace(/\u00a0/g, ' ')).toContain('du lundi au mercredi : 8 h 30 – 12 h');
    expect(words).not.toMatch(/Ouvert ·|Fermé ·/);
  });
  it('tells the dates of what comes once a month, and does not call it weekly', async () => {
    const id = await buildService(db(), await buildOrganization(db()));
    const monthly = { freq: 'MONTHLY' as const, byday: '1MO', opens_at: '10:00', closes_at: '12:00' };
    const lines = (await wordsIn(id, 'fr', [{ place: null, schedules: [monthly] }])).facts.flatMap((fact) =>
      fact.lines.map(({ text }) => text),
    );
    expect(lines.filter((line) => /^lundi \d/.test(line))).toHaveLength(3);
    expect(lines.filter((line) => /^lundi :/.test(line))).toHaveLength(0);
  });
});

it('a QR code is drawn square by square as it was computed', () => {
  const text = 'https://istiqbal.example/ar/services/0b7d0c1e-5a01-4c11-8a01-000000000011';
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const painted = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, run] of qrSvg(text).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    painted[Number(y)]?.fill(true, Number(x), Number(x) + Number(run));
  expect(painted).toEqual(data);
});
