import { approvedFields } from '../../care/lists.ts';

/** How short texts are said in a language, by what the original says. */
export type Wordings = Record<string, string>;
type Said = string | Wordings | null;
/** Texts by language, then by member. */
export type Texts = Partial<Record<string, Record<string, Said>>>;
/** What can be edited of a service or of an organisation. */
export interface RecordFields {
  translations: Texts;
}
/** What a person changed, before it is sent: only what they touched, so that nothing old comes back with it. */
export type Touched<F extends RecordFields> = Partial<Omit<F, 'translations'>> & { translations?: Texts };

/** The record as the person sees it while they change it. */
export function withTouched<F extends RecordFields>(record: F, touched: Touched<F>): F {
  const translations = { ...record.translations };
  for (const [language, texts] of Object.entries(touched.translations ?? {})) {
    translations[language] = { ...record.translations[language], ...texts };
  }
  return { ...record, ...touched, translations };
}

/** Notes one text of one language beside what was touched before. */
export const touchText = (
  texts: Texts | undefined,
  language: string,
  member: string,
  text: string | Wordings,
): { translations: Texts } => ({
  translations: { ...texts, [language]: { ...texts?.[language], [member]: text } },
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const isEmpty = (text: string): boolean => text.trim() === '';
const isWordings = (value: unknown): value is Wordings => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Empty text is none, and so is how an empty one is said. */
function orNull(value: unknown): unknown {
  if (typeof value === 'string') return isEmpty(value) ? null : value;
  if (!isWordings(value)) return value;
  const said = Object.entries(value).filter(([original, text]) => !isEmpty(original) && !isEmpty(text));
  return said.length > 0 ? Object.fromEntries(said) : null;
}

/** What differs from the record, in the shape of the command. */
export function changesOf<F extends RecordFields>(record: F, touched: Touched<F>): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  const before = new Map<string, unknown>(Object.entries(record));
  for (const [name, value] of Object.entries(touched)) {
    if (name !== 'translations' && !isSame(orNull(value), orNull(before.get(name)))) changes[name] = orNull(value);
  }
  const translations: Record<string, Record<string, unknown>> = {};
  for (const [language, texts = {}] of Object.entries(touched.translations ?? {})) {
    const old = record.translations[language];
    const different = Object.entries(texts).filter(([member, text]) => !isSame(orNull(text), orNull(old?.[member])));
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
