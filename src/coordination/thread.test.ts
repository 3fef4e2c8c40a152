import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, withActor } from '../platform/database/actor.ts';
import { buildActor, buildOrganization } from '../testing/builders.ts';
import { command, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { listActions, listFindings, listRecommendations } from './store.ts';

const db = useDatabase();
let agent: Actor;
let head: Actor;
let partner: Actor;
let coordinator: Actor;
let stranger: Actor;
let send: (actor: Actor, kind: string, payload: object) => Promise<string>;

beforeAll(async () => {
  const [cell, association, coordination, other] = await Promise.all(
    ['Cellule A', 'Association B', 'Coordination', 'Cellule C'].map((name) => buildOrganization(db(), name)),
  );
  agent = await buildActor(db(), 'agent', cell ?? '');
  head = await buildActor(db(), 'cell_manager', cell ?? '');
  partner = await buildActor(db(), 'partner', association ?? '');
  coordinator = await buildActor(db(), 'coordinator', coordination ?? '');
  stranger = await buildActor(db(), 'cell_manager', other ?? '');
  const runner = testRunner(db());
  send = async (actor, kind, payload) => {
    const answer = await runner.run(actor, command(`coordination.${kind}`, payload));
    return answer.status === 'done' ? 'done' : answer.code;
  };
});
const read = <T>(actor: Actor, work: Parameters<typeof withActor<T>>[2]) => withActor(db().app, actor, work);
const finding = (over: object = {}) => ({
  findingId: randomUUID(),
  kind: 'difficulty',
  title: { fr: 'Pas d’interprète au guichet', ar: 'لا مترجم في المكتب' },
  themes: ['cells'],
  audiences: ['rpt'],
  communeCodes: [],
  source: { sourceId: randomUUID(), kind: 'desk', saidOn: '2026-11-02' },
  share: true,
  ...over,
});

describe('the thread from what was said to what was done', () => {
  const said = finding();
  const recommendationId = randomUUID();
  const actionId = randomUUID();
  const [first, milestone] = [randomUUID(), randomUUID()];

  it('begins with a difficulty an agent met, which every organisation then reads', async () => {
    expect(await send(agent, 'raise_finding', said)).toBe('done');
    expect((await read(stranger, (tx) => listFindings(tx, 'fr'))).map((f) => f.title.fr)).toEqual(['Pas d’interprète au guichet']);
  });
  it('keeps a draft to the organisation that writes it', async () => {
    const draft = finding({ share: false, title: { fr: 'Encore à écrire' } });
    expect(await send(head, 'raise_finding', draft)).toBe('done');
    expect((await read(stranger, (tx) => listFindings(tx, 'fr'))).length).toBe(1);
    expect((await read(head, (tx) => listFindings(tx, 'fr'))).length).toBe(2);
    expect(await send(stranger, 'move_finding', { findingId: draft.findingId, act: 'share' })).toBe('finding_not_found');
  });
  it('counts how often it was said again', async () => {
    expect(
      await send(partner, 'add_source', {
        findingId: said.findingId,
        source: { sourceId: randomUUID(), kind: 'interview', saidOn: '2026-11-10' },
      }),
    ).toBe('done');
    expect((await read(agent, (tx) => listFindings(tx, 'fr'))).find((f) => f.id === said.findingId)?.sources).toBe(2);
  });
  it('becomes a recommendation that only the coordination adopts', async () => {
    const written = {
      recommendationId,
      title: { fr: 'Former des interprètes' },
      text: { fr: 'Une liste d’interprètes pour toutes les cellules.' },
      themes: ['training'],
      audiences: ['rpt'],
      findingIds: [said.findingId],
      urgent: false,
    };
    expect(await send(partner, 'write_recommendation', written)).toBe('done');
    expect(await read(head, async (tx) => (await listRecommendations(tx, 'fr')).length)).toBe(0);
    expect(await send(partner, 'move_recommendation', { recommendationId, act: 'propose' })).toBe('done');
    expect(await send(partner, 'move_recommendation', { recommendationId, act: 'adopt' })).toBe('not_yours_to_decide');
    expect(await send(coordinator, 'move_recommendation', { recommendationId, act: 'adopt' })).toBe('done');
  });
  it('is taken in hand by one organisation at a time', async () => {
    expect(await send(head, 'take_up', { recommendationId, takes: true })).toBe('done');
    expect(await send(stranger, 'take_up', { recommendationId, takes: true })).toBe('already_taken_up');
  });
  it('is acted on by several, each speaking for itself', async () => {
    const plan = {
      actionId,
      title: { fr: 'Liste commune d’interprètes' },
      themes: ['training'],
      audiences: ['rpt'],
      communeCodes: [],
      recommendations: [{ recommendationId, weight: 1 }],
      rhythmDays: 30,
    };
    expect(await send(head, 'plan_action', plan)).toBe('done');
    expect(await send(head, 'move_action', { actionId, act: 'begin' })).toBe('done');
    expect(
      await send(partner, 'commit', {
        commitmentId: randomUUID(),
        actionId,
        does: { fr: 'Trouver dix interprètes' },
        money: { amount: 20000, currency: 'MAD' },
      }),
    ).toBe('done');
    expect(await send(partner, 'set_step', step(first, {}))).toBe('not_yours_to_decide');
  });
  const step = (stepId: string, over: object) => ({
    stepId,
    actionId,
    title: { fr: 'Étape' },
    weight: 1,
    dueOn: null,
    isMilestone: false,
    organizationId: null,
    ...over,
  });
  const progress = () => read(coordinator, async (tx) => (await listActions(tx, 'fr'))[0]?.progress);
  it('comes as far as its steps say, and a milestone counts with its proof alone', async () => {
    expect(await send(head, 'set_step', step(first, {}))).toBe('done');
    expect(await send(head, 'set_step', step(milestone, { weight: 3, isMilestone: true, organizationId: partner.organizationId }))).toBe(
      'done',
    );
    expect(await progress()).toBe(0);
    expect(await send(head, 'end_step', { stepId: first, ending: 'done' })).toBe('done');
    expect(await progress()).toBe(0.25);
    expect(await send(partner, 'end_step', { stepId: milestone, ending: 'done' })).toBe('done');
    expect(await progress()).toBe(0.25);
    const proof = {
      proofId: randomUUID(),
      actionId,
      stepId: milestone,
      kind: 'link',
      datedOn: '2026-11-20',
      words: { fr: 'La liste' },
      url: 'https://example.org/liste',
      isPublic: true,
    };
    expect(await send(stranger, 'add_proof', proof)).toBe('not_part_of_it');
    expect(await send(partner, 'add_proof', proof)).toBe('done');
    expect(await progress()).toBe(1);
    const [recommendation] = await read(agent, (tx) => listRecommendations(tx, 'fr'));
    expect(recommendation).toMatchObject({ progress: 1, actions: 1, status: 'adopted' });
  });
  it('a figure typed by hand is its owner’s to say, and stands until a step changes', async () => {
    const news = (over: object) => ({ newsId: randomUUID(), actionId, words: 'À mi-chemin', ...over });
    expect(await send(partner, 'tell_news', news({ declaredProgress: 0.4 }))).toBe('not_yours_to_decide');
    expect(await send(partner, 'tell_news', news({}))).toBe('done');
    expect(await send(head, 'tell_news', news({ declaredProgress: 0.6 }))).toBe('done');
    const declared = () => read(coordinator, async (tx) => (await listActions(tx, 'fr'))[0]?.declaredProgress);
    expect(await declared()).toBe(0.6);
    expect(await send(head, 'end_step', { stepId: first, ending: null })).toBe('done');
    expect(await declared()).toBeNull();
  });
  it('shows what it was since it was proposed: nothing is overwritten', async () => {
    const past = await read(coordinator, async (tx) => {
      const { rows } = await tx.query(
        `select of, kept ->> 'status' as status from coordination.past where row_id = $1 and of = 'recommendation' order by n`,
        [recommendationId],
      );
      return rows;
    });
    expect(past.map((p) => p.status)).toEqual(['proposed', 'adopted', 'adopted']);
  });
});
