import { type Placeholder, placeholders } from '../lists.ts';

type NameOf = (placeholder: Placeholder) => string;

/** A letter's text as it is edited: each place to fill by its name in the reader's language. */
export const withNames = (text: string, nameOf: NameOf): string =>
  placeholders.reduce((shown, p) => shown.replaceAll(`{${p}}`, `{${nameOf(p)}}`), text);

/** The text as it is kept. A name that was altered stays as it is typed, to be told as unknown. */
export const withMarks = (shown: string, nameOf: NameOf): string =>
  placeholders.reduce((text, p) => text.replaceAll(`{${nameOf(p)}}`, `{${p}}`), shown);
