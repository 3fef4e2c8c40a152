import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { buildApp, type TestApp } from '../testing/app.ts';
import { useDatabase } from '../testing/database.ts';
import { languages } from '../platform/i18n/index.ts';
import { importHsds } from './import/import-hsds.ts';
import { aPackage, aService, type Cells, type Files, uuidFor, writeFolder } from './import/package-builder.ts';
import { openZip } from './import/unzip.ts';

const db = useDatabase();
let platform: TestApp;
beforeAll(() => {
  platform = buildApp(db());
}, 60_000);
afterEach(() => db().asOwner((owner) => owner.query('truncate directory.source, directory.translation, directory.attribute cascade')));

/** What the public may not learn. */
const secrets = ['draft', 'inactive', 'vanished', 'confidential', 'contact', 'assurer', 'history'] as const;
type Secret = (typeof secrets)[number];

/** A service that tells the marker wherever it can tell anything, with parts of every kind. */
function tellingService(name: string, marker: string, changes: Cells): Files {
  const service = uuidFor(name);
  const own = (table: string): Cells => ({ id: uuidFor(`${name}-${table}`), service_id: service });
  return {
    'services.csv': [
      aService(name, {
        name: `${marker} nom`,
        alternate_name: marker,
        description: marker,
        url: `https://example.org/${marker}`,
        email: `${marker}@example.org`,
        application_process: marker,
        eligibility_description: marker,
        fees_description: marker,
        fees: marker,
        wait_time: marker,
        interpretation_services: marker,
        accreditations: marker,
        licenses: marker,
        alert: marker,
        source_url: `https://example.org/source/${marker}`,
        ...changes,
      }),
    ],
    'locations.csv': [
      {
        id: uuidFor(`${name}-place`),
        location_type: 'physical',
        name: marker,
        description: marker,
        latitude: '33.3333',
        longitude: '-3.3333',
      },
    ],
    'addresses.csv': [
      {
        id: uuidFor(`${name}-address`),
        location_id: uuidFor(`${name}-place`),
        address_1: marker,
        city: marker,
        state_province: marker,
        postal_code: '99999',
        country: 'MA',
        address_type: 'physical',
      },
    ],
    'service_at_location.csv': [{ ...own('at'), location_id: uuidFor(`${name}-place`), description: marker }],
    'phones.csv': [
      { ...own('phone'), number: marker, description: marker },
      { id: uuidFor(`${name}-phone-at`), service_at_location_id: uuidFor(`${name}-at`), number: marker },
    ],
    'schedules.csv': [{ ...own('schedule'), description: marker, notes: marker }],
    'languages.csv': [{ ...own('language'), name: marker, note: marker }],
    'required_documents.csv': [{ ...own('document'), document: marker }],
    'service_areas.csv': [{ ...own('area'), name: marker, description: marker }],
    'cost_options.csv': [{ ...own('cost'), option: marker, amount_description: marker }],
    'funding.csv': [{ ...own('funding'), source: marker }],
    'url.csv': [{ ...own('url'), label: marker, url: `https://example.org/${marker}` }],
    'service_capacity.csv': [
      { ...own('capacity'), unit_id: uuidFor('places'), available: '1', description: marker, updated: '2024-05-01' },
    ],
    'contacts.csv': [{ ...own('contact'), name: marker, title: marker, published: 'true' }],
    'attributes.csv': [
      {
        id: uuidFor(`${name}-need`),
        link_id: service,
        link_entity: 'service',
        link_type: 'need',
        taxonomy_term_id: uuidFor('health'),
        label: marker,
        value: marker,
      },
      {
        id: uuidFor(`${name}-of-phone`),
        link_id: uuidFor(`${name}-phone`),
        link_entity: 'phone',
        taxonomy_term_id: uuidFor('health'),
        label: marker,
      },
    ],
    'translations/services.ar.csv': [{ id: service, name: marker, description: marker, alert: marker }],
    'translations/locations.ar.csv': [{ id: uuidFor(`${name}-place`), name: marker, description: marker }],
  };
}

const joined = (...packages: Files[]): Files => {
  const all: Files = {};
  for (const files of packages) for (const [name, rows] of Object.entries(files)) all[name] = [...(all[name] ?? []), ...rows];
  return all;
};

/** A directory that holds those secrets, each told by its marker. */
async function hide(chosen: readonly Secret[], marker: (secret: Secret) => string): Promise<void> {
  const has = (secret: Secret): boolean => chosen.includes(secret);
  const shown = aPackage({ 'contacts.csv': [], 'metadata.csv': [], 'phones.csv': [] });
  const packages: Files[] = [shown];
  if (has('draft')) packages.push(tellingService('draft', marker('draft'), { status: 'inactive', published: 'false' }));
  if (has('inactive')) packages.push(tellingService('inactive', marker('inactive'), { status: 'inactive' }));
  const first = joined(...packages, ...(has('vanished') ? [tellingService('gone', marker('vanished'), {})] : []));
  const load = async (files: Files): Promise<void> => {
    const report = await db().asOwner((owner) => importHsds(owner, { path: writeFolder(files), sourceKey: 'test' }));
    expect(report.errors).toEqual([]);
  };
  await load(first);
  if (has('vanished')) await load(joined(...packages));
  await db().asOwner(async (owner) => {
    const care = uuidFor('care');
    if (has('assurer'))
      await owner.query('update directory.service set assurer_email = $2 where id = $1', [care, `${marker('assurer')}@example.org`]);
    if (has('history'))
      await owner.query(
        `insert into directory.metadata (id, resource_id, resource_type, last_action_date, last_action_type, field_name, previous_value, replacement_value, updated_by)
         values (gen_random_uuid(), $1, 'service', '2024-01-01', 'update', 'name', $2, $2, $2)`,
        [care, marker('history')],
      );
    if (has('contact')) {
      const m = marker('contact');
      const contact = await owner.query<{ id: string }>(
        `insert into directory.contact (id, service_id, name, title, department, email) values (gen_random_uuid(), $1, $2, $2, $2, $2 || '@example.org') returning id`,
        [care, m],
      );
      await owner.query(
        `insert into directory.phone (id, contact_id, service_id, number, description) values (gen_random_uuid(), $1, $2, $3, $3)`,
        [contact.rows[0]?.id, care, m],
      );
    }
    if (has('confidential')) await hidePlace(marker('confidential'));
  });
}

/** A shelter whose row holds, against the rules of the importer, all that leads to its door. */
async function hidePlace(marker: string): Promise<void> {
  const [place, at, care] = [uuidFor('shelter'), uuidFor('shelter-at'), uuidFor('care')];
  await db().asOwner(async (owner) => {
    await owner.query(
      `insert into directory.location (id, location_type, name, alternate_name, description, transportation, url, latitude, longitude, external_identifier, confidential)
       values ($1, 'physical', 'Foyer inventé', $2, $2, $2, 'https://example.org/' || $2, 33.7777, -3.7777, $2, true)`,
      [place, marker],
    );
    await owner.query('insert into directory.service_at_location (id, service_id, location_id, description) values ($1, $2, $3, $4)', [
      at,
      care,
      place,
      marker,
    ]);
    await owner.query(
      `insert into directory.address (id, location_id, attention, address_1, city, state_province, postal_code, country, address_type)
       values (gen_random_uuid(), $1, $2, $2, $2, $2, $2, 'MA', 'physical')`,
      [place, marker],
    );
    for (const [column, id] of [
      ['location_id', place],
      ['service_at_location_id', at],
    ]) {
      await owner.query(`insert into directory.phone (id, ${column}, service_id, number) values (gen_random_uuid(), $1, $2, $3)`, [
        id,
        care,
        marker,
      ]);
      await owner.query(`insert into directory.contact (id, ${column}, name, published) values (gen_random_uuid(), $1, $2, true)`, [
        id,
        marker,
      ]);
    }
    await owner.query('insert into directory.accessibility (id, location_id, description) values (gen_random_uuid(), $1, $2)', [
      place,
      marker,
    ]);
    await owner.query(
      `insert into directory.attribute (id, link_id, link_entity, taxonomy_term_id, label) values (gen_random_uuid(), $1, 'location', $2, $3)`,
      [place, uuidFor('health'), marker],
    );
    await owner.query(`insert into directory.translation (entity, entity_id, language, description) values ('location', $1, 'ar', $2)`, [
      place,
      marker,
    ]);
  });
}

const decoder = new TextDecoder();
/** The answer as text, archives opened. */
async function told(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (!/zip|spreadsheet/.test(answer.headers.get('content-type') ?? '')) return decoder.decode(bytes);
  return [...openZip(bytes)].map(([name, read]) => name + decoder.decode(read())).join('\n');
}

const lists = ['services', 'organizations', 'locations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'];
const since = 'modified_after=2000-01-01';
/** Where the walk begins; from pages and sitemaps it goes on by their links. */
const starts: string[] = [
  '/',
  '/sitemap.xml',
  '/robots.txt',
  '/site.js',
  '/map.js',
  '/site-worker.js',
  '/health/live',
  '/health/ready',
  '/metrics',
  '/workspace',
  '/workspace/',
  '/api/nothing',
  '/api/auth/get-session',
  ...languages.flatMap((l) => [
    `/${l}`,
    `/${l}/`,
    `/${l}/services`,
    `/${l}/services?q=nom`,
    `/${l}/about-the-data`,
    `/${l}/coordination`,
    `/${l}/coordination?theme=cells`,
    ...['data', 'data.json', 'data.csv', 'feed.atom'].map((name) => `/${l}/coordination/${name}`),
    `/${l}/plans`,
    ...['data', 'data.json', 'data.csv', 'feed.atom', 'communes/024110123'].map((name) => `/${l}/plans/${name}`),
    ...['', '/data.json', '/data.csv', '/results.xml', `/projects/${uuidFor('care')}`].map(
      (name) => `/${l}/plans/${uuidFor('care')}${name}`,
    ),
    `/${l}/feedback`,
    `/${l}/confirm/nothing`,
    ...['answer/nothing', 'present/nothing', 'calendar/nothing/meetings.ics'].map((path) => `/${l}/meetings/${path}`),
    `/${l}/coordination/meetings/nothing`,
    `/${l}/coordination/asked/nothing`,
    `/${l}/coordination/told/nothing`,
    `/${l}/coordination/proofs/nothing`,
    `/${l}/services/map`,
    `/${l}/guide.pdf`,
    `/${l}/offline`,
    `/${l}/site.webmanifest`,
    `/offline/${l}.json`,
    `/${l}/nothing`,
    `/feeds/${l}.atom`,
    `/hsds/${l}`,
    `/hsds/${l}/`,
  ]),
  ...['', ...languages.map((l) => `/${l}`)].flatMap((l) =>
    lists.flatMap((list) => [`/hsds${l}/${list}?full=true&per_page=500`, `/hsds${l}/${list}/`]),
  ),
  ...lists.flatMap((list) => [`/hsds/${list}?format=ndjson&full=true`, `/hsds/${list}?minimal=true&${since}`, `/hsds/${list}?search=nom`]),
  ...[`services?full=true&${since}`, 'organizations?full_service=true', 'nothing', 'openapi.json'].flatMap((path) =>
    ['/hsds', ...languages.map((l) => `/hsds/${l}`)].map((stub) => `${stub}/${path}`),
  ),
  '/hsds',
  '/hsds/',
  ...['hsds.zip', 'directory.xlsx', 'directory.json', 'directory.geojson', 'services.csv'].map((name) => `/export/${name}`),
  ...languages.flatMap((l) => [`/api/directory/search?q=nom&language=${l}`, `/api/directory/search?language=${l}`]),
  '/api/directory/organizations',
  '/api/territory/communes',
  '/api/territory/emergency-numbers',
  '/api/taxonomy/needs',
  '/api/taxonomy/audiences',
];
const ids = [
  'draft',
  'inactive',
  'gone',
  'care',
  'shelter',
  'shelter-at',
  'assoc',
  'draft-place',
  'inactive-place',
  'gone-place',
  'draft-contact',
].map(uuidFor);
const byId: string[] = [
  ...ids.flatMap((id) => ['/hsds', ...languages.map((l) => `/hsds/${l}`)].flatMap((stub) => lists.map((list) => `${stub}/${list}/${id}`))),
  ...ids.flatMap((id) => [`/export/services/${id}.ics`, `/export/organizations/${id}.vcf`]),
];
// A service that ended keeps its page, which says so, for those who hold a link or a slip; a draft has none.
const pagesById = [uuidFor('draft'), uuidFor('care')].flatMap((id) => [
  `/api/directory/services/${id}`,
  ...languages.flatMap((l) => [`/${l}/services/${id}`, `/${l}/services/${id}.pdf`, `/${l}/organizations/${id}`]),
]);

/** Reads every public address, and what those lead to; gives back each answer by its address, and what the documents were typeset from. */
async function walk(): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const typesetting = vi.spyOn(Worker.prototype, 'postMessage');
  const waiting = [...starts, ...byId, ...pagesById];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (answers.has(path)) continue;
    const answer = await platform.app.request(path);
    // A health that is bad or a workspace that was not built tells nothing either.
    if (!/^\/(health|workspace)/.test(path)) expect(answer.status, path).toBeLessThan(500);
    const text = await told(answer);
    answers.set(path, `${JSON.stringify([...answer.headers])}\n${text}`);
    for (const language of /accept-language/i.test(answer.headers.get('vary') ?? '') ? languages : [])
      answers.set(`${path} in ${language}`, await told(await platform.app.request(path, { headers: { 'accept-language': language } })));
    const found = /html|xml/.test(answer.headers.get('content-type') ?? '')
      ? text.matchAll(/(?:href="|<loc>http:\/\/localhost)(\/[^"<#]*)/g)
      : [];
    for (const [, link = ''] of found) {
      const next = link.replaceAll('&amp;', '&');
      if (!next.startsWith('/workspace') && answers.size + waiting.length < 1500) waiting.push(next);
    }
  }
  // The text of a PDF is compressed, its letters numbers of a font: what it says is read where it is typeset.
  for (const [i, [source]] of typesetting.mock.calls.entries()) answers.set(`document ${i}`, JSON.stringify(source));
  typesetting.mockRestore();
  return answers;
}

it('whatever is hidden, no public address tells it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...secrets], { minLength: 3 }),
      fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), minLength: 8, maxLength: 12 }),
      async (chosen, word) => {
        const marker = (secret: Secret): string => `zz${word}${secret}`;
        await db().asOwner((owner) => owner.query('truncate directory.source, directory.translation, directory.attribute cascade'));
        await hide(chosen, marker);
        // One that kept no page and no document of the walk before, which it may show for a second more.
        platform = buildApp(db());
        const answers = await walk();
        const leaks = [...answers].flatMap(([path, text]) => {
          const found = secrets.filter((secret) => text.toLowerCase().includes(marker(secret)));
          const position = /33[.,](7777|3333)/.test(text) ? ['position'] : [];
          return [...found, ...position].map((what) => `${path} tells ${what}`);
        });
        expect(leaks).toEqual([]);
        // The walk saw what is public, so it would have seen the rest.
        expect(answers.get('/hsds/services?full=true&per_page=500')).toContain('Service care');
        expect(answers.get(`/fr/services/${uuidFor('care')}`)).toContain('Service care');
        const documents = [...answers].flatMap(([name, text]) => (name.startsWith('document') ? [text] : []));
        expect(documents.filter((text) => text.includes('Service care')).length).toBeGreaterThanOrEqual(2 * languages.length);
        for (const path of pagesById.filter((p) => p.includes(uuidFor('draft'))))
          expect([path, (await platform.app.request(path)).status]).toEqual([path, 404]);
      },
    ),
    { numRuns: 3, endOnFailure: true, examples: [[[...secrets], 'bcdfghjk']] },
  );
}, 300_000);

const patternOf = (path: string): RegExp => {
  const parts = path.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.startsWith(':') ? (/\{(.*)\}$/.exec(part)?.[1] ?? '[^/]+') : part;
  });
  return new RegExp(`^${parts.join('/')}$`);
};

it('every address the application has is walked, or asks who is there first', async () => {
  const patterns = [...new Set(platform.app.routes.flatMap(({ method, path }) => (method === 'GET' || method === 'ALL' ? [path] : [])))];
  const walked = [...starts, ...byId, ...pagesById, '/sitemaps/0.xml'].map((path) => path.replace(/\?.*/, ''));
  const missed = patterns.filter((pattern) => !walked.some((path) => patternOf(pattern).test(path)));
  const open: string[] = [];
  for (const pattern of missed) {
    const path = pattern.replaceAll(/:[^/]+|\*/g, uuidFor('care'));
    if ((await platform.app.request(path)).status !== 401) open.push(pattern);
  }
  expect(open, 'add these to the walk above').toEqual([]);
  expect(patterns.length - missed.length).toBeGreaterThan(60);
  expect(missed.length).toBeGreaterThan(10);
});
