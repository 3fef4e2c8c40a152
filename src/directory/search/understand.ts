import { indexedLanguages, contentWords } from './language.ts';
import { readingsOfKnown, readingsOfUnknown } from './readings.ts';
import { Recent } from './recent.ts';
import type { SearchIndex } from './search-index.ts';
import { stem, stems } from './stemming.ts';

/** What may stand in a text for one word of the question, each with what it is worth beside the word itself (1). */
export type Alternatives = Map<number, number>;
export interface Question {
  /** One entry for each word. */
  words: Alternatives[];
  /** The words searched instead, when some were unknown. */
  corrected?: string;
}

const mostWords = 8;
const longestPhrase = 4;
/** Ways to read the words of one phrase that are looked up. */
const mostWays = 64;
const worthOfNeed = 0.8;

/** What one word of a question may mean. */
interface Understood {
  /** The word searched instead of one that nobody used. */
  corrected: string | undefined;
  /** Every term it may stand for, with what that is worth. */
  alternatives: readonly (readonly [term: number, worth: number])[];
  /** What it may be read as, stemmed as in each of the languages. */
  stemmed: (readonly [stem: string, worth: number])[][];
}

function readWord(index: SearchIndex, word: string, isLast: boolean): Understood {
  const { all, corrected } =
    termsOf(index, word).length > 0
      ? { all: readingsOfKnown(index.vocabulary, word), corrected: undefined }
      : readingsOfUnknown(index.vocabulary, word, isLast);
  const found: Alternatives = new Map();
  for (const { word: read, worth } of all) {
    for (const term of termsOf(index, read)) if ((found.get(term) ?? 0) < worth) found.set(term, worth);
  }
  return {
    corrected,
    alternatives: [...found],
    stemmed: indexedLanguages.map((language) => all.map(({ word: read, worth }): [string, number] => [stem(read, language), worth])),
  };
}

function termsOf(index: SearchIndex, word: string): number[] {
  const found = new Set(index.vocabulary.termsOf(word));
  for (const stemmed of stems(word)) {
    const term = index.terms.get(stemmed);
    if (term !== undefined) found.add(term);
  }
  return [...found];
}

/** Different people ask with the same words. */
const mostKept = 5000;
const kept = new WeakMap<SearchIndex, Recent<Understood>>();

function understood(index: SearchIndex, word: string, isLast: boolean): Understood {
  const known = kept.get(index) ?? new Recent<Understood>(mostKept);
  kept.set(index, known);
  // The last word may be the beginning of one.
  return known.get(isLast ? `${word}…` : word, () => readWord(index, word, isLast));
}

/** Finds the terms to look for: stems in every language, what unknown words may mean, what sounds alike, and the needs that the words name. */
export function understand(index: SearchIndex, text: string): Question {
  const typed = contentWords(text).slice(0, mostWords);
  const read = typed.map((word, i) => understood(index, word, i === typed.length - 1));
  const words = read.map(({ alternatives }): Alternatives => new Map(alternatives));
  addNamedNeeds(index, read, words);
  const isCorrected = read.some(({ corrected }, i) => corrected !== undefined && corrected !== typed[i]);
  return { words, ...(isCorrected ? { corrected: read.map(({ corrected }, i) => corrected ?? typed[i]).join(' ') } : {}) };
}

/** « carte de séjour » names a need as a whole: each of its words may then be met by the need itself. */
function addNamedNeeds(index: SearchIndex, read: Understood[], alternatives: Alternatives[]): void {
  for (const language of indexedLanguages.keys()) {
    const stemmed = read.map((word) => word.stemmed[language] ?? []);
    for (let from = 0; from < stemmed.length; from++) {
      // Every way to read the words from here on, as far as a phrase may go.
      let ways: [string, number][] = [['', worthOfNeed]];
      for (let to = from; to < Math.min(stemmed.length, from + longestPhrase); to++) {
        ways = ways
          .flatMap(([said, worth]) =>
            (stemmed[to] ?? []).map(([word, value]): [string, number] => [said === '' ? word : `${said} ${word}`, worth * value]),
          )
          .slice(0, mostWays);
        for (const [phrase, worth] of ways) {
          for (const term of index.phrases.get(phrase) ?? []) {
            for (const found of alternatives.slice(from, to + 1)) if ((found.get(term) ?? 0) < worth) found.set(term, worth);
          }
        }
      }
    }
  }
}
