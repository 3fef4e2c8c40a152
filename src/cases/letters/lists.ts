/** The closed lists of letters. */
export const letterKinds = ['acknowledgement', 'attestation', 'appointment', 'orientation', 'administration'] as const;
export type LetterKind = (typeof letterKinds)[number];
export const letterLanguages = ['fr', 'ar'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** What a text may leave open between braces. The first are known from the case, the last are typed for each letter. */
export const knownPlaceholders = [
  'person.name',
  'person.birth_date',
  'person.country',
  'case.reference',
  'case.needs',
  'case.summary',
  'case.opened_on',
  'case.answer_by',
  'visit.date',
  'cell.name',
  'cell.address',
  'cell.phone',
  'cell.email',
  'agent.name',
  'date',
] as const;
export const typedPlaceholders = [
  'subject',
  'receiver.name',
  'receiver.address',
  'appointment.date',
  'appointment.time',
  'appointment.place',
  'papers',
] as const;
export const placeholders = [...knownPlaceholders, ...typedPlaceholders] as const;
export type Placeholder = (typeof placeholders)[number];
/** What is put in their place. */
export type Values = Partial<Record<Placeholder, string>>;

/** As many as one printing makes. */
export const mostAtOnce = 100;
