import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../platform/database/actor.ts';
import { languages } from '../platform/i18n/index.ts';
import { buildApp, type TestApp } from '../testing/app.ts';
import { buildActor, buildOrganization, buildService } from '../testing/builders.ts';
import { mustRun, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';

const db = useDatabase();
let platform: TestApp;
let cell: Actor;
let partner: Actor;
let coordinator: Actor;
let run: (actor: Actor, kind: string, payload: object) => Promise<unknown>;
/** Said where only those who sign in may read it. */
const secret = (what: string): string => `zzsecret${what}`;
const recommendationId = randomUUID();
const draftId = randomUUID();
const silentId = randomUUID();
const actionId = randomUUID();
const hiddenActionId = randomUUID();
const [done, late] = [randomUUID(), randomUUID()];
const [publicProof, hiddenProof] = [randomUUID(), randomUUID()];

const recommendation = (id: string, title: object, text = 'Des interprètes pour toutes les cellules.') => ({
  recommendationId: id,
  title,
  text: { fr: text },
  themes: ['training'],
  audiences: [],
  findingIds: [],
  urgent: false,
});
const action = (id: string, title: object) => ({
  actionId: id,
  title,
  themes: ['training'],
  audiences: [],
  communeCodes: [],
  recommendations: [{ recommendationId, weight: 1 }],
  rhythmDays: 30,
});
const step = (stepId: string, title: string, over: object = {}) => ({
  stepId,
  actionId,
  title: { fr: title },
  weight: 1,
  dueOn: null,
  isMilestone: false,
  organizationId: null,
  ...over,
});
const proof = (proofId: string, words: string, isPublic: boolean) => ({
  proofId,
  actionId,
  stepId: done,
  kind: 'link',
  datedOn: '2026-03-02',
  words: { fr: words },
  url: `https://example.org/${isPublic ? 'liste' : secret('url')}`,
  isPublic,
});

beforeAll(async () => {
  const [a, b, c, asked] = await Promise.all(
    ['Cellule A', 'Association B', 'Coordination', secret('asked')].map((name) => buildOrganization(db(), name)),
  );
  await buildService(db(), a ?? '');
  cell = await buildActor(db(), 'cell_manager', a);
  partner = await buildActor(db(), 'partner', b);
  coordinator = await buildActor(db(), 'coordinator', c);
  const runner = testRunner(db());
  run = (actor, kind, payload) => mustRun(runner, actor, `coordination.${kind}`, payload);
  for (const [id, title] of [
    [recommendationId, { fr: 'Former des interprètes', ar: 'تكوين مترجمين' }],
    [silentId, { ar: 'لقاء كل شهر' }],
  ] as const) {
    await run(partner, 'write_recommendation', recommendation(id, title));
    await run(partner, 'move_recommendation', { recommendationId: id, act: 'propose' });
    await run(coordinator, 'move_recommendation', { recommendationId: id, act: 'adopt' });
    await run(partner, 'publish', { subjectKind: 'recommendation', subjectId: id, publishes: true });
  }
  await run(partner, 'write_recommendation', recommendation(draftId, { fr: secret('draft') }, secret('text')));
  await run(cell, 'take_up', { recommendationId, takes: true });
  for (const [id, title] of [
    [actionId, 'Liste commune d’interprètes'],
    [hiddenActionId, secret('action')],
  ] as const) {
    await run(cell, 'plan_action', action(id, { fr: title }));
    await run(cell, 'move_action', { actionId: id, act: 'begin' });
  }
  await run(partner, 'commit', {
    commitmentId: randomUUID(),
    actionId,
    does: { fr: 'Trouver dix interprètes' },
    money: { amount: 987654, currency: 'MAD' },
  });
  await run(cell, 'ask_commitment', { commitmentId: randomUUID(), actionId, organizationId: asked, does: { fr: secret('wanted') } });
  await run(cell, 'set_step', step(done, 'Écrire la liste', { isMilestone: true }));
  await run(cell, 'set_step', step(late, 'La partager', { dueOn: '2026-01-31' }));
  await run(cell, 'end_step', { stepId: done, ending: 'done' });
  await run(cell, 'add_proof', proof(publicProof, 'La liste est en ligne', true));
  await run(cell, 'add_proof', proof(hiddenProof, secret('proof'), false));
  await run(cell, 'tell_news', { newsId: randomUUID(), actionId, words: secret('news') });
  await run(cell, 'open_blocker', { blockerId: randomUUID(), actionId, kind: 'blocker', words: secret('blocker') });
  for (const [subjectKind, subjectId] of [
    ['recommendation', recommendationId],
    ['action', actionId],
  ]) {
    await run(coordinator, 'comment', { commentId: randomUUID(), subjectKind, subjectId, words: secret('comment') });
    await run(coordinator, 'endorse', { subjectKind, subjectId, endorses: true });
  }
  await run(cell, 'publish', { subjectKind: 'action', subjectId: actionId, publishes: true });
  platform = buildApp(db());
});
const get = async (path: string, headers: Record<string, string> = {}) => platform.app.request(path, { headers });
const text = async (path: string) => (await get(path)).text();
const everyAddress = languages.flatMap((l) =>
  [
    '',
    '?theme=training',
    '/data',
    '/data.json',
    '/data.csv',
    '/feed.atom',
    ...[recommendationId, silentId, actionId, draftId, hiddenActionId, done, publicProof, hiddenProof].map((id) => `/${id}`),
  ].map((path) => `/${l}/coordination${path}`),
);

describe('what everybody reads of the coordination', () => {
  it('never holds a draft, a comment, news, a blocker, who was asked, money, a hidden proof, nor who wrote it', async () => {
    const persons = [cell, partner, coordinator].map(({ userId }) => userId);
    for (const address of everyAddress) {
      const answer = await get(address);
      const told = `${JSON.stringify([...answer.headers])}${await answer.text()}`;
      expect(told.match(/zzsecret\w+/g), address).toBeNull();
      // A page that is not there names the address one came to in no place.
      for (const person of [...persons, 'Testeur', '987654', hiddenProof, hiddenActionId, draftId])
        expect(told.includes(person), `${address} tells ${person}`).toBe(false);
    }
  });
  it('has a page for what is published, and none for the rest', async () => {
    for (const id of [recommendationId, actionId, silentId]) expect((await get(`/fr/coordination/${id}`)).status).toBe(200);
    for (const id of [draftId, hiddenActionId, done, publicProof]) expect((await get(`/fr/coordination/${id}`)).status).toBe(404);
  });
  it('says who took a recommendation, how far it came and how many stand behind it', async () => {
    const html = await text('/fr/coordination');
    expect(html).toContain(`<a href="/fr/organizations/${cell.organizationId}"><bdi>Cellule A</bdi></a>`);
    expect(html).toContain('Avancement\u00a0: 50\u00a0%');
    expect(html).toContain('1 organisme la soutient');
    expect(html).toContain('2 recommandations adoptées · 1 prise en main · aucune achevée');
  });
  it('tells nothing taken up as such, and not as 0 %', async () => {
    const html = await text(`/fr/coordination/${silentId}`);
    expect(html).toContain('Aucune action publiée à ce jour.');
    expect(html).not.toContain('%<');
  });
  it('shows words in the language they were written in, and says which', async () => {
    expect(await text('/ar/coordination')).toContain('تكوين مترجمين');
    expect(await text('/fr/coordination')).toContain('<span lang="ar" dir="rtl">لقاء كل شهر</span>');
    expect(await text(`/ar/coordination/${actionId}`)).toContain('<span lang="fr" dir="ltr">Liste commune d’interprètes</span>');
  });
  it('tells who does what, what is late and what proves it, with its date and its source', async () => {
    const html = await text(`/fr/coordination/${actionId}`);
    for (const told of ['Trouver dix interprètes', 'En retard', '31 janvier 2026', '2 mars 2026', 'href="https://example.org/liste"'])
      expect(html).toContain(told);
  });
  it('does not count a milestone as done whose proof nobody may see', async () => {
    await run(cell, 'set_step', step(late, 'La partager', { isMilestone: true }));
    await run(cell, 'end_step', { stepId: late, ending: 'done' });
    expect(await text(`/fr/coordination/${actionId}`)).toContain('Dit fait, sans preuve publique');
  });
  it('is filtered by theme with links alone', async () => {
    expect(await text('/fr/coordination')).toContain('href="/fr/coordination?theme=training"');
    expect(await text('/fr/coordination?theme=cells')).toContain('Rien n’a encore été publié ici.');
  });
});

describe('the feed', () => {
  it('holds what happened once each, with its day, and names its language and itself', async () => {
    const answer = await get('/ar/coordination/feed.atom');
    expect(answer.headers.get('content-type')).toContain('application/atom+xml');
    const xml = await answer.text();
    expect(xml).toContain('xml:lang="ar"><id>http://localhost/ar/coordination/feed.atom</id>');
    const ids = [...xml.matchAll(/<entry><id>urn:uuid:([0-9a-f-]{36})<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([publicProof, done, recommendationId]));
    const updated = [...xml.matchAll(/<updated>(\d{4}-\d\d-\d\dT[\d:.]+Z)<\/updated>/g)].map(([, at]) => at ?? '');
    expect(updated).toHaveLength(ids.length + 1);
    expect(updated.slice(1)).toEqual(updated.slice(1).sort().reverse());
    expect(xml).toContain('<published>2026-03-02T00:00:00Z</published>');
  });
});

describe('the open data', () => {
  it('hold every published thing with its dates and sources, each column explained', async () => {
    const data = JSON.parse(await text('/fr/coordination/data.json'));
    expect(data.recommendations.map((r: { id: string }) => r.id).sort()).toEqual([recommendationId, silentId].sort());
    expect(data.actions[0].proofs).toMatchObject([{ id: publicProof, datedOn: '2026-03-02', url: 'https://example.org/liste' }]);
    const csv = Buffer.from(await (await get('/fr/coordination/data.csv')).arrayBuffer());
    expect(csv.toString().startsWith('\ufeff')).toBe(true);
    const lines: { kind: string; id: string }[] = parse(csv, { bom: true, columns: true });
    expect(lines.map((line) => line.kind).sort()).toEqual(
      ['action', 'commitment', 'milestone', 'milestone', 'proof', 'recommendation', 'recommendation'].sort(),
    );
    expect(lines.find((line) => line.id === publicProof)).toMatchObject({ part_of: done, date: '2026-03-02' });
    for (const column of Object.keys(lines[0] ?? {})) expect(data.columns).toHaveProperty([column.replace(/_(fr|ar|en|es)$/, '')]);
  });
  it('say that nothing changed to whoever has them, until something does', async () => {
    const etag = (await get('/fr/coordination/data.json')).headers.get('etag') ?? '';
    expect((await get('/fr/coordination/data.json', { 'if-none-match': etag })).status).toBe(304);
    await run(coordinator, 'endorse', { subjectKind: 'recommendation', subjectId: silentId, endorses: true });
    expect((await get('/fr/coordination/data.json', { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('a page', () => {
  it('is gone as soon as its thing is taken back, and changes with it', async () => {
    expect(await text(`/fr/coordination/${silentId}`)).toContain('لقاء كل شهر');
    await run(partner, 'publish', { subjectKind: 'recommendation', subjectId: silentId, publishes: false });
    expect((await get(`/fr/coordination/${silentId}`)).status).toBe(404);
    expect(await text('/fr/coordination')).not.toContain('لقاء كل شهر');
  });
  it('is made anew when something of it changed, and only then', async () => {
    const asked = vi.spyOn(db().app, 'query');
    const made = () => asked.mock.calls.filter(([query]) => (query as { name?: string }).name === 'coordination-public').length;
    await text(`/fr/coordination/${actionId}`);
    const before = made();
    await text(`/fr/coordination/${actionId}`);
    expect(made()).toBe(before);
    await run(cell, 'set_step', step(late, 'La partager avec tous', { dueOn: '2026-01-31' }));
    expect(await text(`/fr/coordination/${actionId}`)).toContain('La partager avec tous');
    expect(made()).toBe(before + 1);
    asked.mockRestore();
  });
  it('stays one round trip, however much there is to tell', async () => {
    const words = (n: number) => `Étape ${n} : ${Array.from({ length: 12 }, (_, i) => `mot${(n * 37 + i * 101) % 997}`).join(' ')}`;
    for (let n = 0; n < 60; n++) {
      await run(cell, 'set_step', step(randomUUID(), words(n), { dueOn: '2027-01-31' }));
      await run(cell, 'add_proof', { ...proof(randomUUID(), words(n + 60), true), url: `https://example.org/page-${n}` });
      const id = randomUUID();
      await run(coordinator, 'write_recommendation', recommendation(id, { fr: words(n + 120) }));
      await run(coordinator, 'move_recommendation', { recommendationId: id, act: 'propose' });
      await run(coordinator, 'publish', { subjectKind: 'recommendation', subjectId: id, publishes: true });
    }
    for (const path of ['', '?page=2', `/${actionId}`]) {
      const page = await get(`/ar/coordination${path}`, { 'accept-encoding': 'gzip' });
      const bytes = Buffer.from(await page.arrayBuffer());
      expect(gunzipSync(bytes).toString()).toContain('mot');
      expect(bytes.length, path).toBeLessThanOrEqual(14_000);
    }
    expect(await text(`/fr/coordination/${actionId}`)).toContain('31 autres se lisent dans les données');
  });
});
