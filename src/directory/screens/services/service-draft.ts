import { approvedFields } from '../../care/lists.ts';
import type { Fields } from '../answers.ts';

/** What a person changed, before it is sent: only what they touched, so that nothing old comes back with it. */
export type Touched = Partial<Fields>;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const emptyTexts = { name: null, description: null, eligibility: null, alert: null };

/** Empty text is none. */
const orNull = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? null : value);

/** What differs from the record, in the shape of the command. */
export function changesOf(record: Fields, touched: Touched): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(touched)) {
    if (name === 'translations') continue;
    if (!isSame(orNull(value), record[name as keyof Fields])) changes[name] = orNull(value);
  }
  const translations: Record<string, Record<string, unknown>> = {};
  for (const [language, texts = emptyTexts] of Object.entries(touched.translations ?? {})) {
    const before = record.translations[language] ?? emptyTexts;
    const different = Object.entries(texts).filter(([member, text]) => !isSame(orNull(text), before[member as keyof typeof before]));
    if (different.length > 0) translations[language] = Object.fromEntries(different.map(([member, text]) => [member, orNull(text)]));
  }
  if (Object.keys(translations).length > 0) changes.translations = translations;
  return changes;
}

/** The names of what changes, a text of one language by itself. */
export function changedFields(changes: Record<string, unknown>): string[] {
  const { translations, ...plain } = changes as { translations?: Record<string, Record<string, unknown>> };
  return [
    ...Object.keys(plain),
    ...Object.entries(translations ?? {}).flatMap(([language, texts]) =>
      Object.keys(texts).map((member) => `translations.${language}.${member}`),
    ),
  ];
}

/** Whether a focal point may only propose it. The server decides; this says it before. */
export const awaitsEditor = (field: string): boolean =>
  approvedFields.some((approved) => approved === field) || /^translations\.\w+\.name$/.test(field);
