/** What a note of a meeting says; `said` is whatever is no more than said. */
export const noteKinds = ['said', 'difficulty', 'need', 'good_practice', 'recommendation', 'decision', 'action'] as const;
export type NoteKind = (typeof noteKinds)[number];
/** What a note may become in the thread. */
export const becomingKinds = ['finding', 'recommendation', 'action', 'decision'] as const;
export type BecomingKind = (typeof becomingKinds)[number];
export const decisionStatuses = ['open', 'done', 'dropped'] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];
/** Kinds of organisation as the directory of the region has them, in the order they are counted. */
export const organizationKinds = [
  'reception_cell',
  'commune',
  'state_service',
  'public_body',
  'association',
  'foundation',
  'faith_based',
  'international',
  'university',
  'other',
] as const;
export const sexes = ['f', 'm', 'unsaid'] as const;
