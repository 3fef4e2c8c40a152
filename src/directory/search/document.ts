import type { CardFacts } from './cards.ts';
import type { IndexedLanguage } from './language.ts';

/** Where a word stands decides what it weighs: in a name, in the name of a need, or in a longer text. */
export type Part = 'name' | 'term' | 'text';

/** How people are received: they just come, or ask for an appointment. */
export const receptions = ['without', 'with'] as const;
export type Reception = (typeof receptions)[number];

/** What the search knows of one service. */
export interface SearchDocument {
  id: string;
  texts: { part: Part; language: IndexedLanguage | undefined; text: string }[];
  needs: string[];
  audiences: string[];
  /** Codes of the places it is in or serves. */
  places: string[];
  /** Codes of the languages spoken there. */
  languages: string[];
  /** Codes of the conditions under which people are received: free, without papers … */
  conditions: string[];
  /** Both where some hours are for those who just come, and others by appointment. */
  receptions: Reception[];
  points: { latitude: number; longitude: number }[];
  opening: DocumentOpening;
  card: CardFacts;
}

/** What the index knows of a service's hours in the days to come. */
export interface DocumentOpening {
  kind: 'hours' | 'by_appointment' | 'unknown';
  /** Open times without appointment, in minutes since 1970. */
  open: readonly (readonly [start: number, end: number])[];
}

/** One way to say a need or an audience in one language. */
export interface TermPhrase {
  /** Code of the taxonomy term. */
  term: string;
  language: IndexedLanguage | undefined;
  text: string;
}

export interface SearchPlace {
  code: string;
  /** The places around it, nearest first. */
  within: string[];
  latitude: number | null;
  longitude: number | null;
}
