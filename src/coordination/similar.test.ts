import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, buildApp, signInAs } from '../testing/app.ts';
import { command, testRunner } from '../testing/commands.ts';
import { useDatabase } from '../testing/database.ts';
import { likeness } from './likeness.ts';
import type { FindingRow, FindingView, RecommendationView } from './contract.ts';

const db = useDatabase();
let [partner, keeper] = [] as unknown as [Browser, Browser];
const [interpreters, schools] = [randomUUID(), randomUUID()];

async function send({ actor }: Browser, kind: string, payload: object): Promise<string> {
  const answer = await testRunner(db()).run(actor, command(`coordination.${kind}`, payload));
  return answer.status === 'done' ? 'done' : answer.code;
}
const raise = (findingId: string, title: object, over: object = {}) =>
  send(partner, 'raise_finding', {
    findingId,
    kind: 'difficulty',
    title,
    themes: ['cells'],
    audiences: [],
    communeCodes: [],
    source: { sourceId: randomUUID(), kind: 'interview', saidOn: '2026-02-01' },
    share: true,
    ...over,
  });
const like = async ({
  fr,
  ar,
  ...asked
}: {
  fr?: string;
  ar?: string;
  kind: string;
  themes?: string[];
  but?: string;
}): Promise<string[]> => {
  const title = { ...(fr ? { fr } : {}), ...(ar ? { ar } : {}) };
  const answer = await keeper.post('/api/coordination/findings-like', { themes: [], ...asked, title });
  return ((await answer.json()) as FindingRow[]).map((row) => row.id);
};
const finding = async (id: string): Promise<FindingView> => (await keeper.get(`/api/coordination/findings/${id}`)).json();

beforeAll(async () => {
  const platform = buildApp(db());
  partner = await signInAs(platform, db(), 'partner');
  keeper = await signInAs(platform, db(), 'coordinator');
  await raise(interpreters, { fr: 'Il manque des interprètes au guichet', ar: 'ينقص المترجمون في المكتب' });
  await raise(schools, { fr: 'Les enfants attendent une place à l’école' }, { kind: 'need', themes: ['women_children_youth'] });
}, 60_000);

it('what was said nearly the same is found in its language, of the same kind or of a theme in common', async () => {
  expect(await like({ fr: 'Manque d’interprètes aux guichets', kind: 'difficulty' })).toEqual([interpreters]);
  expect(await like({ ar: 'نقص المترجمين في المكتب', kind: 'difficulty' })).toEqual([interpreters]);
  expect(await like({ fr: 'Manque d’interprètes aux guichets', kind: 'need', themes: ['cells'] })).toEqual([interpreters]);
  expect(await like({ fr: 'Manque d’interprètes aux guichets', kind: 'need' })).toEqual([]);
  expect(await like({ fr: 'Le transport coûte cher', kind: 'difficulty' })).toEqual([]);
  expect(await like({ fr: 'Il manque des interprètes au guichet', kind: 'difficulty', but: interpreters })).toEqual([]);
});

it('a draft of others is not offered, and a merged one neither', async () => {
  const draft = randomUUID();
  await raise(draft, { fr: 'Il manque des interprètes le samedi' }, { share: false });
  expect(await like({ fr: 'Il manque des interprètes le samedi', kind: 'difficulty' })).toEqual([interpreters]);
});

it('merged in one press, each time it was said stays, and both come apart again', async () => {
  const twin = randomUUID();
  await raise(twin, { fr: 'Des interprètes manquent au guichet' });
  expect(await send(partner, 'move_finding', { findingId: twin, act: 'merge', targetId: interpreters, reason: 'x' })).toBe(
    'not_yours_to_decide',
  );
  expect(await send(keeper, 'move_finding', { findingId: twin, act: 'merge', targetId: interpreters, reason: 'Dit la même chose' })).toBe(
    'done',
  );
  expect((await finding(interpreters)).said).toHaveLength(2);
  expect(await like({ fr: 'Des interprètes manquent au guichet', kind: 'difficulty' })).toEqual([interpreters]);
  expect(await send(keeper, 'move_finding', { findingId: twin, act: 'unmerge', reason: 'Deux choses' })).toBe('done');
  expect((await finding(interpreters)).said).toHaveLength(1);
});

it('a finding is published by whose it is, and read where a published recommendation rests on it', async () => {
  expect(await send(partner, 'publish', { subjectKind: 'finding', subjectId: schools, publishes: true })).toBe('done');
  expect((await finding(schools)).isPublished).toBe(true);
});

it('whoever takes a recommendation in hand may say until when', async () => {
  const recommendationId = randomUUID();
  const text = { title: { fr: 'Former' }, text: { fr: 'Former' }, themes: ['training'], audiences: [], findingIds: [], urgent: false };
  await send(partner, 'write_recommendation', { recommendationId, ...text });
  await send(partner, 'move_recommendation', { recommendationId, act: 'propose' });
  await send(keeper, 'move_recommendation', { recommendationId, act: 'adopt' });
  expect(await send(partner, 'take_up', { recommendationId, takes: true, dueOn: '2027-06-30' })).toBe('done');
  const view: RecommendationView = await (await keeper.get(`/api/coordination/recommendations/${recommendationId}`)).json();
  expect(view).toMatchObject({ dueOn: '2027-06-30', owner: { id: partner.actor.organizationId } });
});

it('a text is all like itself, as like another as that is like it, and like nothing where it says nothing', () => {
  const words = fc.string({ unit: fc.constantFrom(...'aéçb د مكتب'), maxLength: 30 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const near = likeness(one, other);
      expect(near).toBe(likeness(other, one));
      expect(near).toBeGreaterThanOrEqual(0);
      expect(near).toBeLessThanOrEqual(1);
      expect(likeness(one, one)).toBe(one.trim() === '' ? 0 : 1);
    }),
  );
});
