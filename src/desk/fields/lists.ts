export const fieldSubjects = ['visit', 'case', 'person'] as const;
export type FieldSubject = (typeof fieldSubjects)[number];
export const fieldKinds = ['text', 'choice', 'number', 'date', 'yes_no'] as const;
export type FieldKind = (typeof fieldKinds)[number];
/** Personal: tells who someone is. Sensitive: health, protection; read as restricted notes are. */
export const sensitivities = ['plain', 'personal', 'sensitive'] as const;
export type Sensitivity = (typeof sensitivities)[number];
