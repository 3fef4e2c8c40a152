/** Why a cell may refuse to erase (law 09-08, articles 4, 8 and 9); the first names its law. */
export const erasureRefusals = ['law_obliges', 'before_court', 'identity_not_verified', 'no_mandate', 'changed_mind'] as const;
export type ErasureRefusal = (typeof erasureRefusals)[number];
export const erasureCauses = ['consent_withdrawn', 'asked'] as const;
export type ErasureCause = (typeof erasureCauses)[number];
/** What goes, in the order a screen tells it. */
export const goingParts = [
  'names',
  'links',
  'notes',
  'texts',
  'attachments',
  'letters',
  'steps',
  'contacts',
  'answers',
  'copies',
  'rows',
  'exports',
] as const;
export type GoingPart = (typeof goingParts)[number];
