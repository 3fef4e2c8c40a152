import type { Template, Texts } from '../contract.ts';
import { type LetterLanguage, letterLanguages, typedPlaceholders, type Values } from '../lists.ts';
import { blanksIn, fill } from '../rules.ts';

export type Languages = 'fr' | 'ar' | 'fr_ar';
export const languagesOf = (languages: Languages): LetterLanguage[] => letterLanguages.filter((l) => languages.includes(l));

/** A letter as it is being written for this once. */
export interface LetterDraft {
  template: { id: string; version: number } | null;
  languages: Languages;
  /** The text with all that is known filled in, as far as it was corrected. */
  texts: Texts;
  typed: Record<string, string>;
}
export const emptyLetter: LetterDraft = { template: null, languages: 'fr', texts: {}, typed: {} };

/** A template's texts in some languages, with what is known of the case. */
export function textsFrom(template: Template, languages: Languages, values: { fr: Values; ar: Values }): Texts {
  return Object.fromEntries(
    languagesOf(languages).flatMap((l) => (template.texts[l] === undefined ? [] : [[l, fill(template.texts[l], values[l])]])),
  );
}

/** In which languages a template can be printed. */
export function offeredBy({ texts }: Template): Languages[] {
  if (texts.fr !== undefined && texts.ar !== undefined) return ['fr', 'ar', 'fr_ar'];
  return texts.fr !== undefined ? ['fr'] : ['ar'];
}

/** The text as it will be printed. */
export const finished = (texts: Texts, typed: Values): Texts =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, fill(text ?? '', typed)]));

const all = (texts: Texts) => Object.values(texts).flatMap((text) => blanksIn(text ?? ''));
/** What is still open, each once. */
export const openIn = (texts: Texts): { name: string; isKnown: boolean }[] => [...new Map(all(texts).map((b) => [b.name, b])).values()];

/** Those that are asked for in a field: made to be typed, or not known of this case. */
export const askedIn = (texts: Texts): string[] => {
  const open = openIn(texts).filter((blank) => blank.isKnown);
  const order = (name: string): number => typedPlaceholders.findIndex((p) => p === name);
  return open.map(({ name }) => name).sort((a, b) => order(a) - order(b));
};
