import { indexedLanguages, contentWords } from './language.ts';
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
const worth = { sounding: 0.5, taxonomy: 0.8 };

/** Finds the terms to look for: stems in every language, unknown words put right, what sounds alike, and the needs that the words name. */
export function understand(index: SearchIndex, text: string): Question {
  const typed = contentWords(text).slice(0, mostWords);
  const meant = [...typed];
  const words = typed.map((word, i): Alternatives => {
    const known = termsOf(index, word);
    if (known.length === 0) {
      const better = index.vocabulary.correct(word);
      if (better === undefined) return new Map();
      meant[i] = better;
      return new Map([...termsOf(index, better)].map((term) => [term, 1]));
    }
    const found: Alternatives = new Map(known.map((term) => [term, 1]));
    for (const like of index.vocabulary.soundingLike(word)) {
      for (const term of like.terms) if (!found.has(term)) found.set(term, worth.sounding);
    }
    return found;
  });
  addNamedNeeds(index, meant, words);
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
function addNamedNeeds(index: SearchIndex, words: string[], alternatives: Alternatives[]): void {
  for (const language of indexedLanguages) {
    const stemmed = words.map((word) => stem(word, language));
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= Math.min(words.length, from + longestPhrase); to++) {
        for (const term of index.phrases.get(stemmed.slice(from, to).join(' ')) ?? []) {
          for (const found of alternatives.slice(from, to)) if (!found.has(term)) found.set(term, worth.taxonomy);
        }
      }
    }
  }
}
