import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { type IndexedLanguage, indexedLanguages } from './language.ts';

const stemmers: Record<IndexedLanguage, (word: string) => string> = { fr: french, ar: arabic, en: english, es: spanish };

/** The stem of a folded word in its language; the word itself where the language is unknown. */
export const stem = (word: string, language: IndexedLanguage | undefined): string => (language ? stemmers[language](word) || word : word);

/** Every stem a folded word may have: nobody says in which language they ask. */
export const stems = (word: string): string[] => [...new Set([word, ...indexedLanguages.map((language) => stem(word, language))])];
