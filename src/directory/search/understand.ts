import { indexedLanguages, contentWords } from './language.ts';
import { type Reading, readingsOfKnown, readingsOfUnknown } from './readings.ts';
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

/** Finds the terms to look for: stems in every language, what unknown words may mean, what sounds alike, and the needs that the words name. */
export function understand(index: SearchIndex, text: string): Question {
  const typed = contentWords(text).slice(0, mostWords);
  const meant = [...typed];
  const readings = typed.map((word, i): Reading[] => {
    if (termsOf(index, word).length > 0) return readingsOfKnown(index.vocabulary, word);
    const { all, corrected } = readingsOfUnknown(index.vocabulary, word, i === typed.length - 1);
    if (corrected !== undefined) meant[i] = corrected;
    return all;
  });
  const words = readings.map((all): Alternatives => {
    const found: Alternatives = new Map();
    for (const { word, worth } of all) {
      for (const term of termsOf(index, word)) if ((found.get(term) ?? 0) < worth) found.set(term, worth);
    }
    return found;
  });
  addNamedNeeds(index, readings, words);
  return { words, ...(meant.some((word, i) => word !== typed[i]) ? { corrected: meant.join(' ') } : {}) };
}

function termsOf(index: SearchIndex, word: string): number[] {
  const found = new Set(index.vocabulary.termsOf(word));
  for (const stemmed of stems(word)) {
    const term = index.terms.get(stemmed);
    if (term !== undefined) found.add(term);
  }
  return [...found];
}

/** « carte de séjour » names a need as a whole: each of its words may then be met by the need itself. */
function addNamedNeeds(index: SearchIndex, readings: Reading[][], alternatives: Alternatives[]): void {
  for (const language of indexedLanguages) {
    const stemmed = readings.map((all) => all.map(({ word, worth }): [string, number] => [stem(word, language), worth]));
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
