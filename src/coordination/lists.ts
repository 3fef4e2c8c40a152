/** What a meeting asked for, in the ten themes of December 2021 (data/oriental/workshop.json). */
export const themes = [
  'cells',
  'communication',
  'inventory',
  'experience',
  'training',
  'women_children_youth',
  'communal_plans',
  'support',
  'joint_actions',
  'understanding',
] as const;
export type Theme = (typeof themes)[number];

export const findingKinds = ['difficulty', 'need', 'good_practice', 'inventory'] as const;
export type FindingKind = (typeof findingKinds)[number];
/** Where a thing was said. */
export const sourceKinds = ['meeting', 'desk', 'interview', 'report'] as const;
export type SourceKind = (typeof sourceKinds)[number];
/** For whom. */
export const audiences = ['mre', 'returned_mre', 'rpt', 'women', 'children', 'youth'] as const;
export type Audience = (typeof audiences)[number];

export const findingStatuses = ['draft', 'shared', 'merged'] as const;
export type FindingStatus = (typeof findingStatuses)[number];
export const recommendationStatuses = ['draft', 'proposed', 'adopted', 'rejected', 'merged', 'done', 'dropped'] as const;
export type RecommendationStatus = (typeof recommendationStatuses)[number];
export const actionStatuses = ['draft', 'proposed', 'under_way', 'done', 'abandoned'] as const;
export type ActionStatus = (typeof actionStatuses)[number];
export const commitmentStatuses = ['asked', 'offered', 'committed', 'declined', 'withdrawn'] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];
export const proofKinds = ['document', 'photo', 'link', 'figure', 'statement'] as const;
export type ProofKind = (typeof proofKinds)[number];
export const stepEndings = ['done', 'dropped'] as const;
export const currencies = ['MAD', 'EUR', 'USD'] as const;
export const subjectKinds = ['finding', 'recommendation', 'action', 'meeting'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
/** Figures of the platform itself that prove how far something came. */
export const figures = ['reception_cells', 'chief_towns_with_cell', 'services', 'organizations'] as const;
export type FigureKey = (typeof figures)[number];
/** What has texts that several may write at once: the things of the thread, and what belongs to a meeting. */
export const textKinds = [...subjectKinds, 'note', 'decision', 'minutes_part'] as const;
export type TextKind = (typeof textKinds)[number];
/** What people write of a thing, each in any language, and how long it may be. */
export const textsOf = {
  finding: { title: 200, text: 4000 },
  recommendation: { title: 200, text: 4000, addressed_to: 300, measure: 500 },
  action: { title: 200, text: 4000 },
  meeting: { title: 200, purpose: 2000, summary: 4000, opening: 4000, closing: 4000 },
  note: { words: 2000 },
  decision: { words: 1000 },
  minutes_part: { words: 4000 },
} as const satisfies Record<TextKind, Record<string, number>>;
/** Undefined for a name that is no text of such a thing. */
export const mostOfText = (kind: TextKind, field: string): number | undefined => (textsOf[kind] as Record<string, number>)[field];
/** Counted as the field counts it that it was typed in: a picture is one sign. */
export const isTooLongFor = (kind: TextKind, field: string, text: string): boolean => [...text].length > (mostOfText(kind, field) ?? 0);
export const spokenTexts = ['fr', 'ar', 'en', 'es'] as const;
/** What stands out of an action that runs. */
export const signals = ['blocked', 'late', 'stalled'] as const;
export type Signal = (typeof signals)[number];
/** How often a person is told of what moved. */
export const digestRhythms = ['daily', 'weekly', 'off'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];
/** What an organisation answers to the link of a reminder. */
export const linkAnswers = ['on_track', 'proof_follows', 'blocked', 'new_date'] as const;
export type LinkAnswer = (typeof linkAnswers)[number];
