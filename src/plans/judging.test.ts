import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.ts';
import { checklist, checks } from './checklist.ts';
import { comparePlans } from './compare.ts';
import type { Rows } from './rows.ts';

const inPlan = { plan_id: 'p' };
const project = (id: string, over: Partial<Rows['project'][number]> = {}): Rows['project'][number] => ({
  ...inPlan,
  id,
  position: 1,
  title: { fr: `Projet ${id}` },
  objective: null,
  themes: ['cells'],
  audiences: ['mre', 'rpt', 'women', 'children', 'youth', 'returned_mre'],
  need_ids: [],
  holder_id: null,
  holder: { fr: 'La commune' },
  partner_ids: [],
  partners: null,
  place: null,
  starts_on: null,
  ends_on: null,
  gender_marker: 1,
  migration_marker: 2,
  status: 'planned',
  action_id: null,
  credit: null,
  ...over,
});
const need = (id: string): Rows['need'][number] => ({
  ...inPlan,
  id,
  position: 1,
  title: { fr: `Besoin ${id}` },
  text: null,
  audiences: [],
  place: null,
  gender_marker: null,
  migration_marker: null,
  source: 'desk',
  session_id: null,
  finding_id: null,
  desk_need: 'pensions',
  desk_figures: { year: 2027, count: 20, women: 9, men: 11 },
});
const cost = (id: string, projectId: string, year: number, amount = 1000): Rows['cost'][number] => ({
  ...inPlan,
  id,
  project_id: projectId,
  year,
  source: 'commune',
  amount,
});
const session = (women: number, men: number): Rows['session'][number] => ({
  ...inPlan,
  id: `s${women}`,
  kind: 'ranking',
  held_on: '2028-01-01',
  place: 'Salle',
  organizations: null,
  women,
  men,
  words: null,
});
const rows = (over: Partial<Rows> = {}): Rows => ({
  plan: {
    id: 'p',
    organization_id: 'o',
    commune_code: '1',
    title: { fr: 'Plan' },
    vision: null,
    regional_link: null,
    mandate_starts_on: '2027-09-20',
    first_year: 2028,
    stage: 'projects',
    stage_since: '2028-01-01',
    reason: null,
    shared_at: null,
  },
  session: [],
  need: [],
  vote: [],
  project: [],
  cost: [],
  indicator: [],
  indicator_value: [],
  remark: [],
  evaluation: [],
  judged: [],
  names: { commune: { fr: 'Ville' }, organizations: {} },
  ...over,
});
const whole = rows({
  plan: { ...rows().plan, regional_link: { fr: 'PDR' } },
  session: [session(10, 20)],
  need: [need('n')],
  vote: [{ ...inPlan, id: 'v', session_id: 's10', need_id: 'n', women: 5, men: 0 }],
  project: [project('a')],
  cost: [cost('c1', 'a', 2028), cost('c2', 'a', 2029), cost('c3', 'a', 2030)],
  indicator: [
    {
      ...inPlan,
      id: 'i',
      project_id: 'a',
      position: 1,
      name: { fr: 'Agents' },
      unit: null,
      baseline: 0,
      baseline_year: 2027,
      target: 2,
      target_year: 2030,
      source: { fr: 'Registre' },
      formula: null,
      disaggregation: ['sex'],
    },
  ],
  remark: [
    {
      ...inPlan,
      id: 'r',
      body: 'ieecag',
      said_on: '2028-02-01',
      words: { fr: 'Des femmes agentes' },
      project_id: null,
      taken: 'yes',
      answer: { fr: 'Oui' },
      answered_on: '2028-02-02',
    },
  ],
});
const of = (plan: Rows) => Object.fromEntries(checklist(assemble(plan)).map((c) => [c.key, c.holds]));

describe('how well a plan integrates migration', () => {
  it('an empty plan holds nothing, a whole one everything', () => {
    expect(new Set(Object.values(of(rows())))).toEqual(new Set(['no']));
    expect(of(whole)).toEqual(Object.fromEntries(checks.map((c) => [c, 'yes'])));
  });
  it('a third of those heard are women, not fewer', () => {
    expect(of({ ...whole, session: [session(10, 20)] })['women_heard']).toBe('yes');
    expect(of({ ...whole, session: [session(9, 20)] })['women_heard']).toBe('partly');
  });
  it('a cell lives on the commune’s own money in each of the first three years', () => {
    expect(of({ ...whole, cost: whole.cost.slice(1) })['cell']).toBe('partly');
    expect(of({ ...whole, cost: whole.cost.map((c) => ({ ...c, source: 'partner' as const })) })['cell']).toBe('partly');
  });
  it('names the projects that lack something, and never one that was dropped', () => {
    const plan = { ...whole, project: [...whole.project, project('b'), project('c', { status: 'dropped' })] };
    const costed = checklist(assemble(plan)).find((c) => c.key === 'costed');
    expect(costed).toEqual({ key: 'costed', holds: 'partly', missing: [{ thing: 'project', id: 'b', title: { fr: 'Projet b' } }] });
  });
  it('a remark without an answer leaves the hearing half done', () => {
    expect(of({ ...whole, remark: whole.remark.map((r) => ({ ...r, answer: null })) })['ieecag']).toBe('partly');
  });
});

describe('two states of a plan', () => {
  it('that are the same differ in nothing', () => {
    expect(comparePlans(whole, structuredClone(whole))).toEqual([]);
  });
  it('differ by thing and field; a cell by its place, whatever row holds it', () => {
    const after = structuredClone(whole);
    const [first] = after.project;
    if (first) first.title = { fr: 'Autre titre' };
    after.cost = [cost('other row', 'a', 2028), cost('c2', 'a', 2029, 5), cost('c9', 'a', 2031)];
    expect(comparePlans(whole, after)).toEqual([
      {
        thing: 'project',
        id: 'a',
        kind: 'changed',
        of: { title: { fr: 'Autre titre' }, year: null, cell: null },
        fields: [{ field: 'title', before: { fr: 'Projet a' }, after: { fr: 'Autre titre' } }],
      },
      {
        thing: 'cost',
        id: 'a 2029 commune',
        kind: 'changed',
        of: { title: { fr: 'Autre titre' }, year: 2029, cell: 'commune' },
        fields: [{ field: 'amount', before: 1000, after: 5 }],
      },
      { thing: 'cost', id: 'a 2031 commune', kind: 'added', of: { title: { fr: 'Autre titre' }, year: 2031, cell: 'commune' }, fields: [] },
      { thing: 'cost', id: 'a 2030 commune', kind: 'removed', of: { title: { fr: 'Projet a' }, year: 2030, cell: 'commune' }, fields: [] },
    ]);
  });
  it('say when the ranking became another', () => {
    expect(comparePlans({ ...whole, vote: [] }, whole)).toMatchObject([
      { thing: 'need', fields: [{ field: 'rank', before: null, after: 1 }] },
    ]);
  });
  it('compared the other way round, what was added is removed, and nothing else', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    const kinds = (changes: ReturnType<typeof comparePlans>, kind: string) =>
      changes
        .filter((c) => c.kind === kind)
        .map((c) => c.id)
        .toSorted();
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const [one, other] = [before, after].map((all) => rows({ project: all.map((id) => project(id)) }));
        if (!one || !other) return;
        const there = comparePlans(one, other);
        const back = comparePlans(other, one);
        expect(kinds(there, 'added')).toEqual(kinds(back, 'removed'));
        expect(kinds(there, 'added')).toEqual(after.filter((id) => !before.includes(id)).toSorted());
        expect(kinds(there, 'changed')).toEqual([]);
      }),
    );
  });
});
