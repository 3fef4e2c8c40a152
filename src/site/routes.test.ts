import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { searchQuerySchema } from '../directory/index.ts';
import { loadRegion } from '../region.ts';
import { readConfig } from '../platform/config.ts';
import { languages } from '../platform/i18n/index.ts';
import { useDatabase } from '../testing/database.ts';
import { siteRoutes } from './routes.tsx';

const db = useDatabase();
let site: Hono;
const services: string[] = [];
const organizations: string[] = [];
const things: string[] = [];
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
  for (const [table, list] of [
    ['service', services],
    ['organization', organizations],
  ] as const) {
    const { rows } = await db().app.query<{ id: string }>(`select id from directory.${table} order by id`);
    list.push(...rows.map((row) => row.id));
  }
  const { rows } = await db().app.query<{ id: string }>(
    'select id from coordination.recommendation union all select id from coordination.action order by id',
  );
  things.push(...rows.map((row) => row.id));
}, 60_000);

const get = (path: string, headers: Record<string, string> = {}) => Promise.resolve(site.request(path, { headers }));
const text = async (path: string) => (await get(path)).text();
const idOf = async (name: string) =>
  (await db().app.query<{ id: string }>('select id from directory.service where name = $1', [name])).rows[0]?.id ?? '';

const everyPage = () =>
  languages.flatMap((language) =>
    [
      '',
      'services',
      'services?q=sant%C3%A9',
      'services?q=xqzwvkj&commune=022510103&audience=rpt',
      'services?audience=mre&commune=024110123&page=2',
      'services/map',
      'services/map?page=2',
      'services/map?audience=rpt&commune=023810105',
      'about-the-data',
      'coordination',
      'coordination?theme=cells',
      'coordination/data',
      'plans',
      'plans/data',
      ...things.map((id) => `coordination/${id}`),
      'offline',
      ...services.map((id) => `services/${id}`),
      ...organizations.map((id) => `organizations/${id}`),
    ].map((path) => ({ language, path, address: `/${language}/${path}` })),
  );

describe('every page', () => {
  it('answers, in one round trip: at most 14 kB compressed with its styles', async () => {
    for (const { address } of everyPage()) {
      for (const encoding of ['gzip', 'br']) {
        const page = await get(address, { 'accept-encoding': encoding });
        expect(page.status, address).toBe(200);
        expect(page.headers.get('content-encoding')).toBe(encoding);
        const bytes = Buffer.from(await page.arrayBuffer());
        expect(bytes.length, address).toBeLessThanOrEqual(14_000);
        expect((encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString()).toMatch(/^<!doctype html><html lang/);
      }
    }
  }, 120_000);
  it('has no script but the one file that keeps copies, one level-one heading, its language, its direction and a title of its own', async () => {
    for (const { address, language } of everyPage()) {
      const html = await text(address);
      expect(html.replace('<script src="/site.js" defer=""></script>', ''), address).not.toMatch(
        /<script(?! type="application\/ld\+json">)|javascript:| on[a-z]+="/i,
      );
      expect(html.match(/<h1>/g), address).toHaveLength(1);
      expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
      expect(html).toMatch(/<title>[^<]{2,} – (Istiqbal|استقبال)<\/title>/);
      expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
      expect(html).toContain('href="#main"');
      expect(html).not.toMatch(/undefined|\[object/);
    }
  }, 120_000);
  it('names its translations, its own address and the one for readers of other languages', async () => {
    const id = services[0];
    const html = await text(`/fr/services/${id}`);
    for (const language of languages)
      expect(html).toContain(`<link rel="alternate" hrefLang="${language}" href="https://istiqbal.example/${language}/services/${id}"/>`);
    expect(html).toContain(`hrefLang="x-default"`);
    expect(html).toContain(`<link rel="canonical" href="https://istiqbal.example/fr/services/${id}"/>`);
  });
  it('tells search engines what it is about, and feed readers where changes are', async () => {
    const html = await text(`/fr/services/${await idOf('Centres de santé publics')}`);
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(data)).toMatchObject({ '@context': 'https://schema.org', name: 'Centres de santé publics' });
    expect(html).toContain('<link rel="alternate" type="application/atom+xml" href="/feeds/fr.atom"');
  });
  it('forbids every script in a page and from elsewhere, and allows its own style only', async () => {
    const policy = (await get('/fr/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toMatch(/style-src 'sha256-[A-Za-z0-9+/=]+'/);
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).not.toMatch(/unsafe|https?:/);
  });
});

describe('the way in', () => {
  it('is in the reader’s language', async () => {
    const arrive = async (accepted: string) => {
      const answer = await get('/', { 'accept-language': accepted });
      return [answer.status, answer.headers.get('location'), answer.headers.get('vary')];
    };
    expect(await arrive('ar-MA,fr;q=0.5')).toEqual([302, '/ar/', 'Accept-Language']);
    expect(await arrive('nl')).toEqual([302, '/fr/', 'Accept-Language']);
    expect((await get('/en')).headers.get('location')).toBe('/en/');
  });
  it('shows the needs with how many services answer each, the cells and whom to call in an emergency', async () => {
    const html = await text('/fr/');
    expect(html).toMatch(/href="\/fr\/services\?category=health"><span>Santé<\/span><span>\d+<\/span>/);
    for (const commune of ['Berkane', 'Nador', 'Driouch', 'Guercif', 'Figuig', 'Oujda']) expect(html).toContain(`>${commune}</a>`);
    expect(html).toContain('Urgence');
    for (const number of ['15', '19', '177']) expect(html).toContain(`href="tel:${number}"`);
  });
});

describe('search', () => {
  it('that finds nothing says where it looked, proposes to look wider and to ask a cell', async () => {
    const html = await text('/fr/services?q=xqzwvkj&commune=022510103');
    expect(html).toContain('arabe');
    expect(html).toContain('<a class="act" href="/fr/services">');
    expect(html).toContain('cellule d’accueil');
  });
  it('that finds nothing proposes only what finds something, and says how much', async () => {
    expect(await text('/fr/services?q=xqzwvkj&commune=022510103')).not.toContain('class="act" href="/fr/services?q=xqzwvkj"');
    const html = await text('/fr/services?category=health&commune=024110123&spoken=zh');
    expect(html).toMatch(/class="act" href="\/fr\/services\?category=health&amp;commune=024110123">[^<]*\([1-9]\d*\)</);
    expect(html).not.toContain('class="act" href="/fr/services?category=health&amp;spoken=zh"');
  });
  it('says beside each commune how many services it would leave, those of the whole region among them', async () => {
    const html = await text('/fr/services?category=health');
    const counts = [...html.matchAll(/<option value="0\d{8}">[^<]* \((\d+)\)</g)].map(([, count]) => Number(count));
    expect(counts.length).toBe(124);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
  it('asked for the nearest without a place, asks for a place', async () => {
    expect(await text('/fr/services?q=sant%C3%A9&near=1')).toContain('choisissez aussi un lieu');
  });
  it('keeps numbers and addresses in their own direction on the page of an organisation', async () => {
    const pages = await Promise.all(organizations.map((id) => text(`/ar/organizations/${id}`)));
    const shown = pages.flatMap((html) => html.match(/href="(?:tel|mailto):[^>]*>[^<]*/g) ?? []);
    expect(shown.length).toBeGreaterThan(0);
    for (const link of shown) expect(link).toMatch(/\u2066[^\u2069]+\u2069/);
  });
  it('says which words it looked for instead', async () => {
    expect(await text('/fr/services?q=accueuil')).toContain('Résultats pour «\u00a0accueil\u00a0»');
  });
  it('keeps the question in the form and in the pages', async () => {
    const html = await text('/fr/services?audience=mre');
    expect(html).toContain('<option value="mre" selected="">');
    expect(html).toContain('href="/fr/services?audience=mre&amp;page=2"');
  });
  it('shows what was typed as text, never as markup', async () => {
    expect(await text(`/fr/services?q=${encodeURIComponent('"><img src=x>')}`)).not.toContain('<img');
  });
});

describe('a service', () => {
  it('at a confidential place shows no address', async () => {
    const id = await idOf('Hijra wa Himaya – protection des adolescents');
    await db().asOwner(async (owner) => {
      await owner.query(
        `insert into directory.address (id, location_id, address_1, city, state_province, postal_code, country, address_type)
         select gen_random_uuid(), l.location_id, '7, rue Inventée', 'Oujda', '', '', 'MA', 'physical' from directory.service_at_location l
         join directory.location p on p.id = l.location_id and p.confidential where l.service_id = $1`,
        [id],
      );
    });
    const html = await text(`/en/services/${id}`);
    expect(html).toContain('The address is not published');
    expect(html).not.toContain('Inventée');
  });
  it('with an old source is marked, and says who checked it and when', async () => {
    const html = await text(`/fr/services/${await idOf('Accueil d’urgence jour et nuit – Oujda')}`);
    expect(html).toContain('<span class="mark">À confirmer</span>');
    expect(html).toContain('Lu dans une source publique en 2020');
    expect(html).toMatch(/<a class="act" href="https:\/\/st-augustin/);
  });
  it('whose text is in another language than the page says which', async () => {
    const id = await idOf('Centres de santé publics');
    expect(await text(`/es/services/${id}`)).toMatch(/<p class="lead"><span lang="fr" dir="ltr">/);
    expect(await text(`/ar/services/${id}`)).not.toMatch(/<p class="lead"><span/);
  });
  it('can be called', async () => {
    const { rows } = await db().app.query<{ id: string }>(`select service_id as id from directory.phone where number = '3737'`);
    expect(await text(`/fr/services/${rows[0]?.id}`)).toContain('href="tel:3737"');
  });
});

describe('the map', () => {
  it('keeps the filters of the search, and each mark leads to the services at its place', async () => {
    const html = await text('/fr/services/map?audience=rpt');
    expect(html).toContain('href="/fr/services?audience=rpt"');
    const [, number] = /<a class="pin" href="#place-(\d+)" aria-label="\d+\. Oujda[^"]*services"/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`<li id="place-${number}"><h3><span class="number">${number}</span> Oujda`));
    expect(html).toContain('chef-lieu');
    expect(await text('/fr/services?audience=rpt')).toContain('href="/fr/services/map?audience=rpt"');
  });
  it('shows no confidential place, not even its commune', async () => {
    const id = await idOf('Hijra wa Himaya – protection des adolescents');
    await db().asOwner((owner) =>
      owner.query(
        `update directory.location set latitude = 34.7, longitude = -1.9 where confidential and id in (select location_id from directory.service_at_location where service_id = $1)`,
        [id],
      ),
    );
    expect(await text(`/fr/services/${id}`)).not.toContain('class="map"');
    const html = await text('/fr/services/map?q=protection+des+adolescents');
    const listed = html.indexOf(id);
    expect(listed).toBeGreaterThan(html.indexOf('Sans lieu sur la carte'));
  });
  it('is on the page of a service that has a public place', async () => {
    const html = await text(`/ar/services/${await idOf('Accueil et orientation dans les démarches communales – Nador')}`);
    expect(html).toMatch(/<svg class="map"[^>]*role="img"><title>على الخريطة: الناضور<\/title>/);
  });
});

describe('about the data', () => {
  it('credits its sources and leads to what the workshops asked for', async () => {
    const html = await text('/fr/about-the-data');
    for (const credit of ['Haut-Commissariat au Plan', 'GeoNames', 'OpenStreetMap', '9 décembre 2021', 'href="/fr/coordination"'])
      expect(html).toContain(credit);
  });
});

describe('a wrong address', () => {
  it.each([
    'services?page=-1',
    'services?page=abc',
    `services?q=${'x'.repeat(10_000)}`,
    'services?commune=999999999',
    'services?commune=x',
    'services?category=xyz',
    'services?audience=%00',
    'services?page=99',
    ...Object.keys(searchQuerySchema.shape).map((name) => `services?${name}=${'~'.repeat(300)}`),
    'coordination?theme=nothing',
    'coordination?page=99',
    'plans?page=99',
    'services/map?page=99',
    'services/map?commune=999999999',
  ])('%s is answered with what to do', async (path) => {
    for (const language of languages) {
      const answer = await get(`/${language}/${path}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(`href="/${language}/services"`);
    }
  });
  it.each([
    'services/not-a-uuid',
    'services/11111111-1111-4111-8111-111111111111',
    'organizations/1',
    'coordination/1',
    'coordination/11111111-1111-4111-8111-111111111111',
    'nowhere',
    'services/a/b',
  ])('%s is not found, in the reader’s language', async (path) => {
    const answer = await get(`/ar/${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('الصفحة غير موجودة');
  });
});

describe('a page seen before', () => {
  it('costs the network nothing until the directory changes', async () => {
    const first = await get('/fr/services?q=sant%C3%A9');
    const etag = first.headers.get('etag') ?? '';
    const again = await get('/fr/services?q=sant%C3%A9', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    await db().asOwner(async (owner) => {
      await owner.query(`update directory.service set name = name || ' (inventé)' where name = 'Centres de santé publics'`);
    });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await get('/fr/services?q=sant%C3%A9', { 'if-none-match': etag })).status).toBe(200);
  });
});
