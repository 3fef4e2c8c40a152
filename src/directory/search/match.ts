import { inName, type Postings } from './postings.ts';
import type { SearchIndex } from './search-index.ts';
import type { Alternatives } from './understand.ts';

/** What a word is worth by the parts of a document it stands in: 4 its name, 2 a need's name, 1 a longer text, added up. */
const partWorth = Float32Array.of(0, 0.3, 0.6, 0.7, 1, 1, 1, 1);
/** What answering a need that a word names is worth; half as much again where the word is met otherwise too. Who does little else is preferred. */
const needWorth = { alone: 0.9, beside: 0.45, special: 0.3 };
/** When not every word need be held: what holding one of them is worth, more when it names a need. */
const heldWorth = { needed: 1, other: 0.5 };
/** A word taken for another one of the name is as good as in the name only when it is near enough. */
const leastInName = 0.7;

export interface Matches {
  /** Numbers of documents, ascending. */
  documents: Uint32Array;
  /** How good each of `documents` is, at its place there. */
  ranks: Float32Array;
}

// How far a document got in one search, in one number: words it holds, words its name holds, and the last word (from 1) met in either.
const held = 1;
const named = 1 << 8;
const lastShift = 16;
const lastNamedShift = 24;
const byte = 0xff;

/** Memory for one match, kept from search to search: a search runs from start to end without a pause. */
interface Slate {
  /** Four numbers a document, side by side because they are looked at together: how far it got, then as floats what follows. */
  progress: Uint32Array;
  /** The same memory: its rank, the best its word was worth so far, and what answering a need is worth to it beyond that. */
  values: Float32Array;
  /** One bit a document that holds any word. */
  touched: Uint32Array;
  /** What was found, before its length is known. */
  documents: Uint32Array;
  ranks: Float32Array;
}
const perDocument = 4;
const rankAt = 1;
const bestAt = 2;
const specialAt = 3;

const slates = new WeakMap<SearchIndex, Slate>();
function slateOf(index: SearchIndex): Slate {
  const known = slates.get(index);
  if (known) return known;
  const size = index.ids.length;
  const memory = new ArrayBuffer(size * perDocument * 4);
  const values = new Float32Array(memory);
  index.speciality.forEach((speciality, document) => {
    values[document * perDocument + specialAt] = needWorth.special * speciality;
  });
  const slate: Slate = {
    progress: new Uint32Array(memory),
    values,
    touched: new Uint32Array(Math.ceil(size / 32)),
    documents: new Uint32Array(size),
    ranks: new Float32Array(size),
  };
  slates.set(index, slate);
  return slate;
}

/** How many entries the terms of a word have together. */
function spread({ starts }: Postings, alternatives: Alternatives): number {
  let sum = 0;
  for (const term of alternatives.keys()) sum += (starts[term + 1] ?? 0) - (starts[term] ?? 0);
  return sum;
}

/**
 * Documents that hold every word of the question, or when `every` is false at least one. Better ranked: rare words, words in the name,
 * all words in the name; with `every` false, those that hold more of the words come first.
 */
export function match(index: SearchIndex, words: readonly Alternatives[], every: boolean): Matches {
  const slate = slateOf(index);
  const most = words.length;
  // The rarest word first: what it does not stand in need not be looked at again.
  const inOrder = words.toSorted((a, b) => spread(index.postings, a) - spread(index.postings, b));
  inOrder.forEach((alternatives, i) => {
    const bonus = every ? 0 : wordWorth(index, alternatives) / most;
    for (const [term, worth] of alternatives)
      follow(index, slate, { term, worth, share: 1 / most, bonus, word: i + 1, onlyHeld: every && i > 0 });
  });
  return collect(slate, most, every);
}

function wordWorth(index: SearchIndex, alternatives: Alternatives): number {
  let best = 0;
  for (const [term, worth] of alternatives) best = Math.max(best, worth * (index.needs.has(term) ? heldWorth.needed : heldWorth.other));
  return best;
}

/** One term to follow on behalf of one word of the question. */
interface Followed {
  term: number;
  worth: number;
  /** Of the whole question. */
  share: number;
  /** For holding the word at all. */
  bonus: number;
  /** From 1. */
  word: number;
  /** Only documents that hold every word before it. */
  onlyHeld: boolean;
}

/** Notes the documents of one term as holding a word. */
function follow(index: SearchIndex, { progress, values, touched }: Slate, { term, worth, share, bonus, word, onlyHeld }: Followed): void {
  const { starts, documents, parts } = index.postings;
  const from = starts[term] ?? 0;
  const to = starts[term + 1] ?? 0;
  const size = index.ids.length;
  const scale = (worth * share * Math.log(1 + size / Math.max(1, to - from))) / Math.log(1 + size);
  const isNeed = index.needs.has(term);
  const near = worth >= leastInName;
  for (let at = from; at < to; at++) {
    const document = documents[at] ?? 0;
    const slot = document * perDocument;
    let reached = progress[slot] ?? 0;
    const isNew = ((reached >>> lastShift) & byte) !== word;
    if (onlyHeld && (reached & byte) !== (isNew ? word - 1 : word)) continue;
    const partsHere = parts[at] ?? 0;
    const special = isNeed ? (values[slot + specialAt] ?? 0) : 0;
    const value = scale * (isNeed ? needWorth.alone + special : (partWorth[partsHere] ?? 0));
    if (isNew) {
      if (reached === 0) {
        touched[document >>> 5] = (touched[document >>> 5] ?? 0) | (1 << (document & 31));
        values[slot + rankAt] = value + bonus;
      } else {
        values[slot + rankAt] = (values[slot + rankAt] ?? 0) + value + bonus;
      }
      values[slot + bestAt] = value;
      reached = ((reached + held) & ~(byte << lastShift)) | (word << lastShift);
    } else {
      const before = values[slot + bestAt] ?? 0;
      const gain = Math.max(value - before, isNeed ? scale * (needWorth.beside + special) : 0);
      if (gain > 0) {
        values[slot + bestAt] = Math.max(value, before);
        values[slot + rankAt] = (values[slot + rankAt] ?? 0) + gain;
      }
    }
    if (near && (isNeed || (partsHere & inName) !== 0) && reached >>> lastNamedShift !== word) {
      reached = ((reached + named) & ~(byte << lastNamedShift)) | (word << lastNamedShift);
    }
    progress[slot] = reached;
  }
}

/** The documents that got far enough, their ranks finished; leaves the slate clean for the next search. */
function collect({ progress, values, touched, documents, ranks }: Slate, most: number, every: boolean): Matches {
  let count = 0;
  for (let group = 0; group < touched.length; group++) {
    let bits = touched[group] ?? 0;
    touched[group] = 0;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      const document = (group << 5) | bit;
      const slot = document * perDocument;
      const reached = progress[slot] ?? 0;
      progress[slot] = 0;
      if (every && (reached & byte) !== most) continue;
      documents[count] = document;
      ranks[count++] = (values[slot + rankAt] ?? 0) + (((reached >>> 8) & byte) === most ? 1 : 0);
    }
  }
  return { documents: documents.slice(0, count), ranks: ranks.slice(0, count) };
}
