import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../platform/database/actor.ts';
import { buildActor, buildOrganization } from '../testing/builders.ts';
import { command, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import type { PlanView } from './contract.ts';
import { listPublicPlans, readPublicPlan } from './public.ts';
import { readVersion, searchLibrary, viewPlan } from './store.ts';

const db = useDatabase();
let officer: Actor;
let colleague: Actor;
let neighbour: Actor;
let send: (actor: Actor, kind: string, payload: object) => Promise<string>;
const planId = randomUUID();

beforeAll(async () => {
  await db().asOwner((owner) =>
    owner.query(
      `insert into territory.territory (code, hcp_code, level, name_fr, name_ar) values
         ('024110123', '411.01.23', 'commune', 'Ville inventée', 'مدينة مختلقة'), ('024110124', '411.01.24', 'commune', 'Autre ville', 'مدينة أخرى')`,
    ),
  );
  const commune = await buildOrganization(db(), 'Commune inventée');
  officer = await buildActor(db(), 'plan_officer', commune);
  colleague = await buildActor(db(), 'plan_officer', commune);
  neighbour = await buildActor(db(), 'plan_officer');
  const runner = testRunner(db());
  send = async (actor, kind, payload) => {
    const answer = await runner.run(actor, command(`plans.${kind}`, payload));
    return answer.status === 'done' ? 'done' : answer.code;
  };
});
const view = async (who = officer): Promise<PlanView> => {
  const found = await withActor(db().app, who, (tx) => viewPlan(tx, planId));
  if (!found) throw new Error('no plan');
  return found;
};
const add = (thing: string, row: object, thingId: string = randomUUID()) => send(officer, 'add', { planId, thing, thingId, row });
const edit = (who: Actor, thing: string, thingId: string, field: string, base: unknown, value: unknown, language?: string) =>
  send(who, 'edit', { planId, thing, thingId, field, base, value, conflictId: randomUUID(), ...(language && { language }) });
const [session, need, project, indicator] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

describe('a commune’s plan', () => {
  it('is begun by the commune, once for its years', async () => {
    const begun = { planId, communeCode: '024110123', title: { fr: 'Plan 2022–2027' }, mandateStartsOn: '2021-09-20', firstYear: 2022 };
    expect(await send(officer, 'begin', begun)).toBe('done');
    expect(await send(officer, 'begin', { ...begun, planId: randomUUID() })).toBe('plan_already_begun');
    expect(await send(officer, 'begin', { ...begun, planId: randomUUID(), communeCode: '999999999' })).toBe('commune_not_found');
    expect((await view()).plan).toMatchObject({ stage: 'prepared', years: [2022, 2023, 2024, 2025, 2026, 2027] });
  });
  it('is not begun by an organisation that is another commune’s', async () => {
    await db().asOwner((owner) =>
      owner.query(`update directory.organization set commune_code = '024110124' where id = $1`, [neighbour.organizationId]),
    );
    const other = { planId: randomUUID(), communeCode: '024110123', title: { fr: 'X' }, mandateStartsOn: '2021-09-20', firstYear: 2022 };
    expect(await send(neighbour, 'begin', other)).toBe('not_your_commune');
  });
  it('holds what was found, counted and wanted', async () => {
    expect(await add('session', { kind: 'ranking', held_on: '2021-12-01', women: 20, men: 30 }, session)).toBe('done');
    expect(await add('need', { title: { ar: 'الاستقبال' }, source: 'session', session_id: session }, need)).toBe('done');
    expect(await add('need', { title: { fr: 'Sans séance' }, source: 'session' })).toBe('session_missing');
    expect(await add('project', { title: { fr: 'Cellule' }, need_ids: [need] }, project)).toBe('done');
    expect(await add('project', { title: { fr: 'Cellule' }, need_ids: [randomUUID()] })).toBe('not_found');
    expect(await add('indicator', { project_id: project, name: { fr: 'Agents' }, baseline: 0, target: 4 }, indicator)).toBe('done');
    const { plan } = await view();
    expect([plan.sessions.length, plan.needs.length, plan.projects[0]?.indicators.length]).toEqual([1, 1, 1]);
  });
  it('is written by nobody else, whose words come back as a refusal', async () => {
    await send(officer, 'share', { planId, shares: true });
    expect(await edit(neighbour, 'need', need, 'place', null, 'Ailleurs')).toBe('not_your_plan');
    await send(officer, 'share', { planId, shares: false });
    expect(await edit(neighbour, 'need', need, 'place', null, 'Ailleurs')).toBe('plan_not_found');
  });
});

describe('two who write at once', () => {
  it('keep both what they wrote in different places of a text', async () => {
    await edit(officer, 'plan', planId, 'vision', '', 'Une ville ouverte à tous.', 'fr');
    const base = 'Une ville ouverte à tous.';
    expect(await edit(officer, 'plan', planId, 'vision', base, 'Une ville ouverte à toutes et tous.', 'fr')).toBe('done');
    expect(await edit(colleague, 'plan', planId, 'vision', base, 'Une commune ouverte à tous.', 'fr')).toBe('done');
    expect((await view()).plan.vision).toEqual({ fr: 'Une commune ouverte à toutes et tous.' });
  });
  it('see both texts where the same words changed, until one is chosen; nothing is frozen before', async () => {
    const base = 'Une commune ouverte à toutes et tous.';
    await edit(officer, 'plan', planId, 'vision', base, 'Une cité ouverte à toutes et tous.', 'fr');
    expect(await edit(colleague, 'plan', planId, 'vision', base, 'Un port ouverte à toutes et tous.', 'fr')).toBe('done');
    const { conflicts, plan } = await view();
    expect(plan.vision?.fr).toContain('cité');
    expect(conflicts).toMatchObject([{ thing: 'plan', field: 'vision', language: 'fr', mine: 'Un port ouverte à toutes et tous.' }]);
    const next = { planId, act: 'go_on', to: 'diagnosis', reachedOn: '2021-11-01', versionId: randomUUID() };
    expect(await send(officer, 'move', next)).toBe('texts_to_choose');
    expect(await send(officer, 'settle', { planId, conflictId: conflicts[0]?.id, value: 'Un port ouvert à toutes et tous.' })).toBe('done');
    expect((await view()).conflicts).toEqual([]);
    expect((await view()).plan.vision).toEqual({ fr: 'Un port ouvert à toutes et tous.' });
  });
  it('add to one list without undoing each other', async () => {
    await edit(officer, 'project', project, 'audiences', [], ['mre', 'women'], undefined);
    await edit(officer, 'project', project, 'audiences', ['mre', 'women'], ['mre', 'women', 'rpt']);
    await edit(colleague, 'project', project, 'audiences', ['mre', 'women'], ['mre', 'youth']);
    expect((await view()).plan.projects[0]?.audiences.toSorted()).toEqual(['mre', 'rpt', 'youth']);
  });
  it('count hands on two tablets, each adding to the other’s', async () => {
    const vote = { planId, sessionId: session, needId: need };
    await Promise.all([
      send(officer, 'count_votes', { ...vote, voteId: randomUUID(), women: 3, men: 0 }),
      send(colleague, 'count_votes', { ...vote, voteId: randomUUID(), women: 1, men: 5 }),
    ]);
    expect(await send(officer, 'count_votes', { ...vote, voteId: randomUUID(), women: -1, men: 0 })).toBe('done');
    expect(await send(officer, 'count_votes', { ...vote, voteId: randomUUID(), women: -9, men: 0 })).toBe('fewer_than_none');
    expect((await view()).plan.needs[0]).toMatchObject({ women: 3, men: 5, rank: 1 });
  });
  it('fill one cell of a table: the same figure is one figure, two figures meet', async () => {
    const cell = (who: Actor, base: number | null, value: number | null) =>
      send(who, 'fill', {
        planId,
        thing: 'cost',
        key: { project_id: project, year: 2022, source: 'commune' },
        cellId: randomUUID(),
        field: 'amount',
        base,
        value,
        conflictId: randomUUID(),
      });
    expect(await cell(officer, null, 1000)).toBe('done');
    expect(await cell(colleague, null, 1000)).toBe('done');
    expect((await view()).conflicts).toEqual([]);
    expect(await cell(officer, 1000, 2000)).toBe('done');
    expect(await cell(colleague, 1000, 3000)).toBe('done');
    const { conflicts, plan } = await view();
    expect(plan.totals.cost).toBe(2000);
    expect(conflicts).toMatchObject([{ thing: 'cost', field: 'amount', theirs: 2000, mine: 3000 }]);
    expect(await send(officer, 'settle', { planId, conflictId: conflicts[0]?.id, value: 3000 })).toBe('done');
    expect((await view()).plan.totals.cost).toBe(3000);
    expect(await cell(officer, 3000, null)).toBe('done');
    expect((await view()).plan.totals.cost).toBe(0);
    expect(await cell(officer, null, 500)).toBe('done');
  });
  it('never leave a needed text without any word', async () => {
    expect(await edit(officer, 'project', project, 'title', 'Cellule', '', 'fr')).toBe('words_missing');
    expect(await edit(officer, 'project', project, 'title', '', 'خلية', 'ar')).toBe('done');
    expect(await edit(officer, 'project', project, 'title', 'Cellule', '', 'fr')).toBe('done');
    expect((await view()).plan.projects[0]?.title).toEqual({ ar: 'خلية' });
  });
});

describe('going on', () => {
  const go = (to: string, over: object = {}) =>
    send(officer, 'move', { planId, act: 'go_on', to, reachedOn: '2022-01-10', versionId: randomUUID(), ...over });
  it('freezes what the plan was, and going back says why', async () => {
    const versionId = randomUUID();
    expect(await go('diagnosis', { versionId })).toBe('done');
    expect(await go('projects')).toBe('not_in_that_state');
    await edit(officer, 'need', need, 'title', '', 'L’accueil', 'fr');
    const frozen = await withActor(db().app, officer, (tx) => readVersion(tx, planId, versionId));
    expect(frozen?.stage).toBe('prepared');
    expect(frozen?.needs[0]?.title).toEqual({ ar: 'الاستقبال' });
    expect(await go('prepared', { act: 'go_back' })).toBe('reason_missing');
    expect(await go('priorities')).toBe('done');
    expect(await go('diagnosis', { act: 'go_back', reason: 'Deux douars manquaient' })).toBe('done');
    expect((await view()).plan).toMatchObject({ stage: 'diagnosis', reason: 'Deux douars manquaient' });
    for (const to of ['priorities', 'projects', 'consultation', 'deliberation', 'visa', 'running']) expect(await go(to), to).toBe('done');
    expect((await view()).versions).toHaveLength(8);
  });
  it('no day ahead ends a stage', async () => {
    expect(await go('closed', { reachedOn: '2999-01-01' })).toBe('day_ahead');
  });
});

describe('a year', () => {
  const evaluation = randomUUID();
  it('is judged project by project while the plan runs, and stays as the council adopted it', async () => {
    expect(await add('evaluation', { year: 2030 })).toBe('year_outside_the_plan');
    expect(await add('evaluation', { year: 2023 }, evaluation)).toBe('done');
    const judge = (field: string, value: unknown, language?: string) =>
      send(officer, 'fill', {
        planId,
        thing: 'judged',
        key: { evaluation_id: evaluation, project_id: project },
        cellId: randomUUID(),
        field,
        base: language ? '' : null,
        value,
        conflictId: randomUUID(),
        ...(language && { language }),
      });
    expect(await judge('share', 0.5)).toBe('done');
    expect(await judge('spent', 120.5)).toBe('done');
    expect(await judge('words', 'Deux agents formés', 'fr')).toBe('done');
    expect(await send(officer, 'adopt_evaluation', { planId, evaluationId: evaluation, adoptedOn: '2024-02-01' })).toBe('done');
    expect(await judge('share', 0.9)).toBe('evaluation_adopted');
    expect(await send(officer, 'remove', { planId, thing: 'evaluation', thingId: evaluation })).toBe('evaluation_adopted');
    expect((await view()).plan.projects[0]).toMatchObject({ progress: { share: 0.5, from: 'evaluation' }, spent: 120.5 });
  });
});

describe('what is published', () => {
  it('is what was chosen of a frozen version, and comes to the library', async () => {
    const version = (await view()).versions.at(-1);
    expect(await send(officer, 'publish', { planId, versionId: version?.id, parts: ['needs'] })).toBe('done');
    const shown = await readPublicPlan(db().app, planId);
    expect(shown?.plan.needs).toHaveLength(1);
    const all = await listPublicPlans(db().app);
    expect(all.map((one) => one.id)).toEqual([planId]);
    expect([shown?.plan.sessions, shown?.plan.projects[0]?.costs, shown?.plan.projects[0]?.indicators]).toEqual([[], [], []]);
    const [entry] = await withActor(db().app, neighbour, (tx) => searchLibrary(tx, 'خلية', null));
    expect(entry).toMatchObject({ commune: { fr: 'Ville inventée' }, isPlan: true });
    const [other, copy] = [randomUUID(), randomUUID()];
    await send(neighbour, 'begin', {
      planId: other,
      communeCode: '024110124',
      title: { fr: 'Autre plan' },
      mandateStartsOn: '2021-09-20',
      firstYear: 2022,
    });
    expect(await send(neighbour, 'copy', { planId: other, entryId: entry?.id, projectId: copy })).toBe('done');
    const copied = await withActor(db().app, neighbour, (tx) => viewPlan(tx, other));
    expect(copied?.plan.projects[0]).toMatchObject({ title: { ar: 'خلية' }, credit: { commune: { fr: 'Ville inventée' } }, costs: [] });
    expect(await send(officer, 'withdraw', { planId })).toBe('done');
    expect(await withActor(db().app, neighbour, (tx) => searchLibrary(tx, 'خلية', null))).toEqual([]);
  });
});
describe('a closed plan', () => {
  it('is read, and written again only after it was taken back', async () => {
    expect(await send(officer, 'move', { planId, act: 'go_on', to: 'closed', reachedOn: '2024-03-01', versionId: randomUUID() })).toBe(
      'done',
    );
    expect(await edit(officer, 'need', need, 'place', null, 'Centre')).toBe('plan_closed');
    const back = { planId, act: 'go_back', to: 'running', reachedOn: '2024-03-02', versionId: randomUUID(), reason: 'Fermé trop tôt' };
    expect(await send(officer, 'move', back)).toBe('done');
    expect(await edit(officer, 'need', need, 'place', null, 'Centre')).toBe('done');
  });
  it('what is taken away leaves no trace in what names it', async () => {
    expect(await send(officer, 'remove', { planId, thing: 'need', thingId: need })).toBe('done');
    expect((await view()).plan.projects[0]?.needIds).toEqual([]);
    expect(await send(officer, 'remove', { planId, thing: 'need', thingId: need })).toBe('not_found');
  });
});
