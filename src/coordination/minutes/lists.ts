/** What a note of a meeting says; `said` is whatever is no more than said. */
export const noteKinds = ['said', 'difficulty', 'need', 'good_practice', 'recommendation', 'decision', 'action'] as const;
export type NoteKind = (typeof noteKinds)[number];
/** What a note may become in the thread. */
export const becomingKinds = ['finding', 'recommendation', 'action', 'decision'] as const;
export type BecomingKind = (typeof becomingKinds)[number];
