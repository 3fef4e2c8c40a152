import { beforeEach, expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { type Answer, useHsdsApis } from '../../testing/hsds-api.ts';
import type { FetchLimits } from './fetch-hsds.ts';
import { importApi } from './import-api.ts';
import { uuidFor } from './package-builder.ts';
import type { ImportReport } from './report.ts';

const db = useDatabase();
const anApi = useHsdsApis();
const run = (path: string, limits: Partial<FetchLimits> = {}): Promise<ImportReport> =>
  db().asOwner((owner) => importApi(owner, { path, sourceKey: 'api' }, { limits }));
const rows = async (sql: string): Promise<Record<string, unknown>[]> => db().asOwner(async (owner) => (await owner.query(sql)).rows);

beforeEach(async () => {
  await rows('truncate directory.source, directory.translation, directory.attribute cascade');
});

const assoc = { id: uuidFor('assoc'), name: 'Association Inventée', description: 'Pour les tests' };
const row = (n: number) => ({ id: `service-${n}`, name: `Service ${n}`, status: 'active', organization_id: assoc.id, organization: assoc });
const full = (n: number) => ({
  ...row(n),
  phones: [{ id: `p${n}`, number: '0500000000', languages: [{ id: `l${n}`, code: 'ar' }] }],
  attributes: [
    {
      id: `a${n}`,
      taxonomy_term: { id: 'food', name: 'Food', description: '', taxonomy_detail: { id: 'needs', name: 'Needs', description: '' } },
    },
  ],
  service_at_locations: [
    { id: `s${n}`, location: { id: 'place', location_type: 'physical', name: 'Local', latitude: 34.68, longitude: -1.9, addresses: [] } },
  ],
});
const page = (contents: object[], number: number, of: number) => ({
  total_items: 3,
  total_pages: of,
  page_number: number,
  size: contents.length,
  first_page: number === 1,
  last_page: number === of,
  empty: contents.length === 0,
  contents,
});

it('an API whose lists are short and whose records are full comes in whole, and twice changes nothing', async () => {
  const address = await anApi((url) => {
    const [, id] = /^\/hsds\/services\/service-(\d)$/.exec(url.pathname) ?? [];
    if (id) return full(Number(id));
    if (url.pathname === '/hsds/services')
      return url.searchParams.get('page') === '1' ? page([row(1), row(2)], 1, 2) : page([row(3)], 2, 2);
    return url.pathname === '/hsds/organizations' ? page([assoc], 1, 1) : undefined;
  });
  const report = await run(address);
  expect(report).toMatchObject({ outcome: 'applied', errors: [] });
  expect(
    Object.fromEntries(
      Object.entries(report.tables)
        .filter(([, c]) => c.inserted > 0)
        .map(([name, c]) => [name, c.inserted]),
    ),
  ).toEqual({
    taxonomy: 1,
    taxonomy_term: 1,
    organization: 1,
    location: 1,
    service: 3,
    service_at_location: 3,
    phone: 3,
    language: 3,
    attribute: 3,
  });
  expect(await run(`${address}/`)).toMatchObject({ outcome: 'unchanged', changes: 0 });
});

it('an API whose list gives full records is asked for its pages only', async () => {
  let requests = 0;
  const address = await anApi((url) => {
    requests++;
    return url.pathname === '/hsds/services' ? page([full(1), full(2)], 1, 1) : undefined;
  });
  expect(await run(address)).toMatchObject({ outcome: 'applied', errors: [] });
  expect(requests).toBe(4);
});

it('a fault names the list and the record', async () => {
  const address = await anApi((url) => (url.pathname === '/hsds/services' ? page([full(1), { ...full(2), email: 'x' }], 1, 1) : undefined));
  expect((await run(address)).errors).toMatchObject([{ file: 'services', line: 2, column: 'email', code: 'not_email' }]);
});

it.each<[string, Answer, Partial<FetchLimits>, string]>([
  ['gives its first page for ever', () => ({ contents: [row(1)] }), {}, 'repeats itself: page 2'],
  [
    'goes round in a circle of pages',
    (url) => ({ contents: [row(Number(url.searchParams.get('page')) % 3)] }),
    {},
    'repeats itself: page 4',
  ],
  ['never ends', (url) => ({ contents: [row(Number(url.searchParams.get('page')))] }), { requests: 20 }, 'more than 20 requests'],
  ['does not answer', () => 'nothing yet', { answer: 200 }, 'did not answer within'],
  [
    'answers drop by drop',
    (_url, response) => {
      const drops = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drops));
      return 'nothing yet';
    },
    { answer: 300 },
    'did not answer within',
  ],
  [
    'answers without end',
    (_url, response) => {
      response.write('x'.repeat(3000));
      return 'nothing yet';
    },
    { answerBytes: 2000 },
    'more than can be read at once',
  ],
  [
    'claims to send gigabytes',
    (_url, response) => {
      response.writeHead(200, { 'content-length': '3000000000' });
      response.write('{');
      return 'nothing yet';
    },
    {},
    'more than can be read at once',
  ],
  ['answers with a web page', (_url, response) => response.end('<html>'), {}, 'does not answer with JSON'],
  ['answers with another shape', () => ({ items: [] }), {}, 'has no list of records'],
  ['has no services', () => undefined, {}, 'has no /services'],
  ['is broken', (_url, response) => response.writeHead(500).end(), {}, 'answered 500'],
  [
    'sends from address to address',
    (url, response) => response.writeHead(302, { location: `${url.pathname}?again=${Math.random()}` }).end(),
    {},
    'sends from address to address',
  ],
])('an API that %s is refused with a sentence, and nothing is written', async (_what, answer, limits, sentence) => {
  await expect(run(await anApi(answer), limits)).rejects.toThrow(sentence);
  expect(await rows('select from directory.service')).toEqual([]);
});

it('an API that sends into a network that is not public is refused, though its own host was given by hand', async () => {
  const inside = await anApi(() => page([full(1)], 1, 1));
  const address = await anApi((url, response) =>
    response.writeHead(302, { location: inside.replace('/hsds', `${url.pathname}${url.search}`) }).end(),
  );
  await expect(run(address)).rejects.toMatchObject({ reason: 'not_public' });
  expect(await rows('select from directory.service')).toEqual([]);
});

it('what is not an address of the web is not opened', async () => {
  for (const address of ['file:///etc/passwd', 'ftp://example.org/hsds', 'https://'])
    await expect(run(address)).rejects.toThrow('is not the address');
  await expect(run('http://127.0.0.1:1/hsds')).rejects.toThrow('cannot be reached');
});
