import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../platform/i18n/index.ts';
import { buildApp, type TestApp } from '../testing/app.ts';
import { buildOrganization } from '../testing/builders.ts';
import { useDatabase } from '../testing/database.ts';
import { buildPlan, inventPlan } from '../testing/plan.ts';
import { type PublicPart, publicParts } from './lists.ts';
import { publicRows } from './publishing.ts';
import type { Rows } from './rows.ts';

const db = useDatabase();
let platform: TestApp;
const code = '024110123';
const shown = inventPlan({ projects: 3 });
const hidden = inventPlan({ projects: 1, communeCode: '024110124' });
const large = inventPlan({ projects: 45, communeCode: '024110125' });
/** Said where only those who sign in may read it. */
const secret = (what: string): string => `zzsecret${what}`;
const [project] = shown.project;

async function publish(rows: Rows, parts: readonly PublicPart[]): Promise<void> {
  const { id } = rows.plan;
  const content = publicRows(rows, parts);
  await db().asOwner(async (owner) => {
    const { rows: made } = await owner.query<{ id: string }>(
      `insert into plans.version (id, plan_id, number, stage, ends_stage, reached_on, content)
       select $2, $1, 1 + (select count(*) from plans.version where plan_id = $1), 'visa', true, '2028-03-01', $3 returning id`,
      [id, randomUUID(), JSON.stringify(rows)],
    );
    await owner.query(
      `insert into plans.publication (plan_id, version_id, number, frozen_at, parts, content)
       select v.plan_id, v.id, v.number, v.frozen_at, $2, $3 from plans.version v where v.id = $1
       on conflict (plan_id) do update set version_id = excluded.version_id, number = excluded.number, parts = excluded.parts,
         content = excluded.content, published_at = clock_timestamp()`,
      [made[0]?.id, parts, JSON.stringify(content)],
    );
  });
}

beforeAll(async () => {
  for (const rows of [shown, hidden, large]) {
    const organizationId = await buildOrganization(db(), 'Commune inventée');
    rows.plan.organization_id = organizationId;
    rows.names.organizations = { [organizationId]: { fr: 'Commune inventée' } };
    await buildPlan(db(), rows);
  }
  if (shown.remark[0]) shown.remark[0].words = { fr: secret('remark') };
  shown.plan.reason = secret('reason');
  hidden.plan.title = { fr: secret('title') };
  await db().asOwner((owner) => owner.query('update plans.plan set title = $2 where id = $1', [hidden.plan.id, hidden.plan.title]));
  await publish(shown, ['sessions', 'needs', 'costs', 'indicators', 'evaluations']);
  await publish(large, publicParts);
  platform = buildApp(db());
});
const get = async (path: string, headers: Record<string, string> = {}) => platform.app.request(path, { headers });
const text = async (path: string) => (await get(path)).text();
const everyAddress = languages.flatMap((l) =>
  [
    ...['', '/data', '/data.json', '/data.csv', '/feed.atom', `/communes/${code}`, '/communes/024110124', `/communes/${secret('x')}`],
    ...[shown.plan.id, hidden.plan.id].flatMap((id) => [
      `/${id}`,
      `/${id}/data.json`,
      `/${id}/data.csv`,
      `/${id}/results.xml`,
      `/${id}/projects/${project?.id}`,
      `/${id}/projects/${hidden.project[0]?.id}`,
    ]),
  ].map((path) => `/${l}/plans${path}`),
);

describe('what everybody reads of the plans', () => {
  it('never holds a plan that is not published, a part that was not chosen, nor why a plan went back', async () => {
    for (const address of everyAddress) {
      const answer = await get(address);
      const told = `${JSON.stringify([...answer.headers])}${await answer.text()}`;
      if (!address.includes('zzsecret')) expect(told.match(/zzsecret\w+/g), address).toBeNull();
      expect(answer.status, address).toBeLessThan(500);
    }
    expect((await get(`/fr/plans/${hidden.plan.id}`)).status).toBe(404);
    expect((await get(`/fr/plans/communes/024110124`)).status).toBe(404);
    expect(await text('/fr/plans')).not.toContain(hidden.plan.id);
  });
  it('lists each by its commune, and says what it is about', async () => {
    const html = await text('/fr/plans');
    expect(html).toContain(`<a href="/fr/plans/${shown.plan.id}">Ville inventée</a>`);
    for (const told of ['2028–2033', '3 projets', '3 pour la migration', 'dirhams']) expect(html).toContain(told);
    expect(await text('/ar/plans')).toContain('مدينة مختلقة');
  });
  it('tells of a plan what was found, what comes first, whose money, who was heard, what a year brought', async () => {
    const html = await text(`/fr/plans/${shown.plan.id}`);
    for (const told of [
      'Une commune ouverte à toutes et tous.',
      'Besoin inventé 2</li>'.slice(0, 16),
      'Projet inventé 3',
      'Avancement\u00a0: 40\u00a0%',
      '50 présences, dont 21 de femmes.',
      'Ouvrir le samedi change tout.',
      `href="/fr/plans/communes/${code}"`,
    ])
      expect(html).toContain(told);
    expect(html).not.toContain('Remarques et réponses');
  });
  it('tells of a project who carries it, its money by year and its indicators, and leads back', async () => {
    const html = await text(`/fr/plans/${shown.plan.id}/projects/${project?.id}`);
    for (const told of ['Association inventée', '125.000,5', 'Personnes reçues', '1.200 (2033)', `href="/fr/plans/${shown.plan.id}"`])
      expect(html).toContain(told);
  });
  it('shows words in the language they were written in, and says which', async () => {
    expect(await text(`/en/plans/${shown.plan.id}`)).toContain('<span lang="fr" dir="ltr">Projet inventé 3</span>');
  });
  it('has no script of its own, and is gone as soon as it is taken back', async () => {
    expect((await text(`/fr/plans/${shown.plan.id}`)).match(/<script/g)).toHaveLength(1);
    await db().asOwner((owner) => owner.query('delete from plans.publication where plan_id = $1', [shown.plan.id]));
    expect((await get(`/fr/plans/${shown.plan.id}`)).status).toBe(404);
    expect((await get(`/fr/plans/${shown.plan.id}/data.csv`)).status).toBe(404);
    await publish(shown, ['sessions', 'needs', 'costs', 'indicators', 'evaluations']);
    expect(await text(`/fr/plans/${shown.plan.id}`)).toContain('Version 2');
  });
  it('stays one round trip, however much there is to tell', async () => {
    for (const path of [
      '',
      `/${large.plan.id}`,
      `/${large.plan.id}?page=3`,
      `/${large.plan.id}/projects/${large.project[0]?.id}`,
      `/communes/024110125`,
    ]) {
      const page = await get(`/ar/plans${path}`, { 'accept-encoding': 'gzip' });
      const bytes = Buffer.from(await page.arrayBuffer());
      expect(gunzipSync(bytes).toString()).toContain('مختلق');
      expect(bytes.length, path).toBeLessThanOrEqual(14_000);
    }
    expect((await get(`/fr/plans/${large.plan.id}?page=4`)).status).toBe(400);
  });
});

describe('the open data', () => {
  it('hold every project, cost, indicator and value of a published plan, each column explained', async () => {
    const data = JSON.parse(await text(`/fr/plans/${shown.plan.id}/data.json`));
    expect(data.plan.projects).toHaveLength(3);
    expect(data.plan.remarks).toEqual([]);
    const lines: { kind: string; value: string; part_of: string }[] = parse(await text(`/fr/plans/${shown.plan.id}/data.csv`), {
      bom: true,
      columns: true,
    });
    const count = (kind: string) => lines.filter((line) => line.kind === kind).length;
    expect([count('project'), count('cost'), count('indicator'), count('value')]).toEqual([3, 54, 3, 6]);
    for (const column of Object.keys(lines[0] ?? {})) expect(data.columns).toHaveProperty([column.replace(/_(fr|ar|en|es)$/, '')]);
    const all: { id: string; data: string }[] = parse(await text('/fr/plans/data.csv'), { bom: true, columns: true });
    expect(all.map((line) => line.id).sort()).toEqual([shown.plan.id, large.plan.id].sort());
    expect(all[0]?.data).toMatch(/^http:\/\/localhost\/fr\/plans\/[0-9a-f-]{36}\/data\.csv$/);
  });
  it('say that nothing changed to whoever has them', async () => {
    const etag = (await get('/fr/plans/data.json')).headers.get('etag') ?? '';
    expect((await get('/fr/plans/data.json', { 'if-none-match': etag })).status).toBe(304);
  });
});

it('the feed has each published plan once, the newest first', async () => {
  const answer = await get('/ar/plans/feed.atom');
  expect(answer.headers.get('content-type')).toContain('application/atom+xml');
  const xml = await answer.text();
  const ids = [...xml.matchAll(/<entry><id>urn:uuid:([0-9a-f-]{36})<\/id>/g)].map(([, id]) => id);
  expect(ids).toEqual([shown.plan.id, large.plan.id]);
  expect(xml).toContain('xml:lang="ar"');
});

// The elements of an activity in the standard's schema 2.03 (iati-activities-schema.xsd), in its order, as far as they are used; how often each may stand.
const many = Number.POSITIVE_INFINITY;
const activityElements: [name: string, least: number, most: number][] = [
  ['iati-identifier', 1, 1],
  ['reporting-org', 1, 1],
  ['title', 1, 1],
  ['description', 1, many],
  ['participating-org', 1, many],
  ['activity-status', 1, 1],
  ['activity-date', 1, many],
  ['recipient-country', 0, many],
  ['location', 0, many],
  ['budget', 0, many],
  ['result', 0, many],
];
it('the results are written by the names and in the order of IATI 2.03', async () => {
  const answer = await get(`/fr/plans/${shown.plan.id}/results.xml`);
  expect(answer.headers.get('content-type')).toContain('application/xml');
  const xml = await answer.text();
  expect(xml).toContain('<iati-activities version="2.03"');
  const activities = [...xml.matchAll(/<iati-activity .*?<\/iati-activity>/gs)].map(([activity]) => activity);
  expect(activities).toHaveLength(3);
  for (const activity of activities) {
    const names = childrenOf(activity);
    expect(names).toEqual(activityElements.flatMap(([name]) => names.filter((each) => each === name)));
    for (const [name, least, most] of activityElements) {
      const times = names.filter((each) => each === name).length;
      expect({ name, isAllowed: times >= least && times <= most }).toEqual({ name, isAllowed: true });
    }
    const [, reporter] = /<reporting-org ref="([^"]+)"/.exec(activity) ?? [];
    expect(activity).toContain(`<iati-identifier>${reporter}-`);
  }
  expect(xml).toContain('<baseline year="2027" value="0"/>');
  expect(xml).toContain(
    '<period><period-start iso-date="2028-01-01"/><period-end iso-date="2028-12-31"/><actual value="300"/><actual value="140"><dimension name="sex" value="women"/></actual></period>',
  );
  expect(xml).toContain('<period-end iso-date="2033-12-31"/><target value="1200"/></period>');
});

/** The names of an element's children; throws where a tag is not closed. */
function childrenOf(xml: string): string[] {
  const open: string[] = [];
  const children: string[] = [];
  for (const [, closing, name = '', alone] of xml.matchAll(/<(\/?)([\w-]+)[^>]*?(\/?)>/g)) {
    if (closing) expect(open.pop()).toBe(name);
    else {
      if (open.length === 1) children.push(name);
      if (!alone) open.push(name);
    }
  }
  expect(open).toEqual([]);
  return children;
}
