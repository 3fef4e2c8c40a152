import { audiences, themes } from '../coordination/lists.ts';

export { audiences, themes };
export type { Audience, Theme } from '../coordination/lists.ts';

/** The life of a plan. What each asks, and by when, is the region's data (plan-stages.json). */
export const stages = [
  'prepared',
  'diagnosis',
  'priorities',
  'projects',
  'consultation',
  'deliberation',
  'visa',
  'running',
  'closed',
] as const;
export type Stage = (typeof stages)[number];
export const sessionKinds = ['information', 'diagnosis', 'ranking', 'consultation', 'council', 'evaluation'] as const;
export type SessionKind = (typeof sessionKinds)[number];
/** Where a need of the diagnosis comes from. */
export const needSources = ['session', 'thread', 'desk', 'office'] as const;
export type NeedSource = (typeof needSources)[number];
export const projectStatuses = ['planned', 'under_way', 'done', 'dropped'] as const;
export type ProjectStatus = (typeof projectStatuses)[number];
/** Whose money. */
export const moneySources = ['commune', 'region', 'state', 'partner', 'association', 'diaspora', 'other'] as const;
export type MoneySource = (typeof moneySources)[number];
/** By what an indicator tells people apart. */
export const disaggregations = ['sex', 'age', 'audience', 'place'] as const;
export type Disaggregation = (typeof disaggregations)[number];
/** Whose value it is: '' is everybody's. */
export const valueParts = ['', 'women', 'men', 'children', 'youth', 'mre', 'returned_mre', 'rpt'] as const;
export type ValuePart = (typeof valueParts)[number];
export const remarkBodies = ['ieecag', 'committee', 'governor', 'council', 'citizens'] as const;
export type RemarkBody = (typeof remarkBodies)[number];
export const remarkTaken = ['yes', 'partly', 'no'] as const;
export type RemarkTaken = (typeof remarkTaken)[number];
/** How far an aim goes: 0 none, 1 among others, 2 the main one. */
export type Marker = 0 | 1 | 2;
export const spokenTexts = ['fr', 'ar', 'en', 'es'] as const;
/** What of a frozen version becomes public beside its title, vision, stage and projects; each is chosen. */
export const publicParts = ['sessions', 'needs', 'costs', 'indicators', 'remarks', 'evaluations'] as const;
export type PublicPart = (typeof publicParts)[number];
/** The years of a plan, and the first of them whose costs the law asks for (organic law 113-14, article 78). */
export const planYears = 6;
export const costedYears = 3;

/** How a field is typed: its words by language, one text, a number, one or some of a list, a thing of the plan. */
export type FieldKind =
  | { kind: 'told'; most: number; isNeeded?: true }
  | { kind: 'text'; most: number }
  | { kind: 'number'; least?: number; most?: number; isWhole?: true; isNeeded?: true }
  | { kind: 'day'; isNeeded?: true }
  | { kind: 'choice'; of: readonly string[]; isNeeded?: true }
  | { kind: 'list'; of: readonly string[] }
  | { kind: 'id' }
  | { kind: 'ids' };
const title = { kind: 'told', most: 200, isNeeded: true } as const;
const words = { kind: 'told', most: 8000 } as const;
const short = { kind: 'told', most: 500 } as const;
const marker = { kind: 'number', least: 0, most: 2, isWhole: true } as const;
const year = { kind: 'number', least: 2010, most: 2110, isWhole: true } as const;
const people = { kind: 'number', least: 0, most: 100_000, isWhole: true } as const;
const place = { kind: 'text', most: 300 } as const;

/**
 * Everything of a plan that people write, field by field, by the table it stands in: what a change may name, what is typed there, what two
 * versions are compared by. A field is changed alone, so that two who write in one plan do not write over each other.
 */
export const fieldsOf = {
  plan: { title, vision: words, regional_link: { kind: 'told', most: 2000 } },
  session: {
    kind: { kind: 'choice', of: sessionKinds, isNeeded: true },
    held_on: { kind: 'day', isNeeded: true },
    place,
    organizations: { kind: 'text', most: 2000 },
    women: { ...people, isNeeded: true },
    men: { ...people, isNeeded: true },
    words,
  },
  need: {
    title,
    text: words,
    audiences: { kind: 'list', of: audiences },
    place,
    gender_marker: marker,
    migration_marker: marker,
    position: people,
  },
  project: {
    title,
    objective: words,
    themes: { kind: 'list', of: themes },
    audiences: { kind: 'list', of: audiences },
    need_ids: { kind: 'ids' },
    holder_id: { kind: 'id' },
    holder: short,
    partner_ids: { kind: 'ids' },
    partners: { kind: 'told', most: 1000 },
    place,
    starts_on: { kind: 'day' },
    ends_on: { kind: 'day' },
    gender_marker: marker,
    migration_marker: marker,
    status: { kind: 'choice', of: projectStatuses, isNeeded: true },
    action_id: { kind: 'id' },
    position: people,
  },
  indicator: {
    name: title,
    unit: { kind: 'told', most: 100 },
    baseline: { kind: 'number' },
    baseline_year: year,
    target: { kind: 'number' },
    target_year: year,
    source: short,
    formula: short,
    disaggregation: { kind: 'list', of: disaggregations },
    position: people,
  },
  remark: {
    body: { kind: 'choice', of: remarkBodies, isNeeded: true },
    said_on: { kind: 'day', isNeeded: true },
    words: { ...words, isNeeded: true },
    project_id: { kind: 'id' },
    taken: { kind: 'choice', of: remarkTaken },
    answer: words,
    answered_on: { kind: 'day' },
  },
  evaluation: { summary: words, learned: words },
  judged: {
    share: { kind: 'number', least: 0, most: 1 },
    spent: { kind: 'number', least: 0, most: 1e11 },
    words: { kind: 'told', most: 2000 },
  },
  cost: { amount: { kind: 'number', least: 0, most: 1e11 } },
  indicator_value: { value: { kind: 'number' } },
} as const satisfies Record<string, Record<string, FieldKind>>;
export type Thing = keyof typeof fieldsOf;
/** Things that are begun and taken away one by one. */
export const addable = ['session', 'need', 'project', 'indicator', 'remark', 'evaluation'] as const;
export type Addable = (typeof addable)[number];
/** Cells of a table, which come into being when something is first written into them: by what they are found. */
export const cellKeys = {
  cost: ['project_id', 'year', 'source'],
  indicator_value: ['indicator_id', 'year', 'part'],
  judged: ['evaluation_id', 'project_id'],
} as const satisfies Partial<Record<Thing, readonly string[]>>;
export type Cell = keyof typeof cellKeys;
