import { inName } from './postings.ts';
import type { SearchIndex } from './search-index.ts';
import type { Alternatives } from './understand.ts';

/** What a word is worth by the parts of a document it stands in: bit 4 its name, 2 a need's name, 1 a longer text. */
const partWorth = [0, 0.3, 0.6, 0.7, 1, 1, 1, 1];

export interface Matches {
  /** Numbers of documents, ascending. */
  documents: Uint32Array;
  /** Goodness by document number, 0–3; only those of `documents` mean anything. */
  ranks: Float32Array;
}

/** Memory for one match, kept from search to search: a search runs from start to end without a pause. */
class Slate {
  readonly ranks: Float32Array;
  readonly best: Float32Array;
  readonly words: Uint8Array;
  readonly namedWords: Uint8Array;
  readonly lastWord: Uint8Array;
  readonly lastNamed: Uint8Array;
  readonly touched: Uint32Array;
  constructor(size: number) {
    this.ranks = new Float32Array(size);
    this.best = new Float32Array(size);
    this.words = new Uint8Array(size);
    this.namedWords = new Uint8Array(size);
    this.lastWord = new Uint8Array(size);
    this.lastNamed = new Uint8Array(size);
    this.touched = new Uint32Array(size);
  }
  clear(count: number): void {
    for (let i = 0; i < count; i++) {
      const document = this.touched[i] ?? 0;
      this.words[document] = 0;
      this.namedWords[document] = 0;
      this.lastWord[document] = 0;
      this.lastNamed[document] = 0;
    }
  }
}
const slates = new WeakMap<SearchIndex, Slate>();
function slateOf(index: SearchIndex): Slate {
  const kept = slates.get(index) ?? new Slate(index.ids.length);
  slates.set(index, kept);
  return kept;
}

/**
 * Documents that hold every word of the question, or when `every` is false at least one. Better ranked: rare words, words in the name,
 * all words in the name; with `every` false, those that hold more of the words come first.
 */
export function match(index: SearchIndex, words: readonly Alternatives[], every: boolean): Matches {
  const slate = slateOf(index);
  const { starts, documents, parts } = index.postings;
  const { ranks, best, touched } = slate;
  const rarest = Math.log(1 + index.ids.length);
  let count = 0;
  for (const [i, alternatives] of words.entries()) {
    const word = i + 1;
    for (const [term, worth] of alternatives) {
      const from = starts[term] ?? 0;
      const to = starts[term + 1] ?? 0;
      const scale = (worth * Math.log(1 + index.ids.length / Math.max(1, to - from))) / (rarest * words.length);
      for (let at = from; at < to; at++) {
        const document = documents[at] ?? 0;
        const last = slate.lastWord[document] ?? 0;
        if (last !== word) {
          const held = slate.words[document] ?? 0;
          if (every && held !== i) continue;
          if (held === 0) {
            touched[count++] = document;
            ranks[document] = 0;
          }
          slate.words[document] = held + 1;
          slate.lastWord[document] = word;
          best[document] = 0;
        }
        const partsHere = parts[at] ?? 0;
        const value = scale * (partWorth[partsHere] ?? 0);
        const before = best[document] ?? 0;
        if (value > before) {
          best[document] = value;
          ranks[document] = (ranks[document] ?? 0) + value - before;
        }
        if ((partsHere & inName) !== 0 && slate.lastNamed[document] !== word) {
          slate.lastNamed[document] = word;
          slate.namedWords[document] = (slate.namedWords[document] ?? 0) + 1;
        }
      }
    }
  }
  const matched = touched.slice(0, count).filter((document) => !every || slate.words[document] === words.length);
  for (const document of matched) {
    const named = slate.namedWords[document] === words.length ? 1 : 0;
    const held = every ? 0 : (slate.words[document] ?? 0) / words.length;
    ranks[document] = (ranks[document] ?? 0) + named + held;
  }
  slate.clear(count);
  return { documents: matched.sort(), ranks };
}
