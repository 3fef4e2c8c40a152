import { type RecordFields, type Texts, touchText, type Wordings } from './record-draft.ts';

function wordingsIn({ translations }: RecordFields, language: string): Wordings {
  const said = translations[language]?.wordings;
  return typeof said === 'object' && said !== null ? said : {};
}

/** « valueOf » is a text like any other. */
const own = (wordings: Wordings, text: string): string | undefined => (Object.hasOwn(wordings, text) ? wordings[text] : undefined);

/** How a short text of the record is said in that language; empty where nobody said it yet. */
export const wordingOf = (record: RecordFields, language: string, original: string): string =>
  own(wordingsIn(record, language), original) ?? '';

/** Notes how a short text is said in a language, beside what was touched before. */
export const say = (record: RecordFields, touched: Texts | undefined, language: string, original: string, text: string) =>
  touchText(touched, language, 'wordings', { ...wordingsIn(record, language), [original]: text });

/**
 * Notes that the original now says something else: what was said of it in other languages goes with it, for whoever corrects a letter changes
 * no meaning, and sees both side by side. Where the same text still stands elsewhere, it keeps its own.
 */
export function reword(
  record: RecordFields,
  touched: Texts | undefined,
  from: string,
  to: string,
  stillSaid: boolean,
): { translations: Texts } {
  let translations = touched ?? {};
  for (const language of Object.keys(record.translations)) {
    const before = wordingsIn(record, language);
    const moved = own(before, from);
    if (moved === undefined) continue;
    const rest = Object.fromEntries(Object.entries(before).filter(([original]) => stillSaid || original !== from));
    const wordings = { ...rest, [to]: own(rest, to) ?? moved };
    ({ translations } = touchText(translations, language, 'wordings', wordings));
  }
  return { translations };
}
