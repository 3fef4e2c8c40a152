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

/** Good until the next search: its memory is used again. */
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

/**
 * Documents are looked at by so many at a time, all words together, so that what is noted of them stays in the processor's nearest memory. A
 * multiple of 32.
 */
const blockSize = 2048;

/** What is noted of the documents of one block, by their place in it. Kept from search to search: a search runs from start to end without a pause. */
const block = {
  progress: new Uint32Array(blockSize),
  rank: new Float32Array(blockSize),
  /** The most the word last met was worth so far. */
  best: new Float32Array(blockSize),
  /** One bit a document that holds any word. */
  touched: new Uint32Array(blockSize / 32),
};

/** What was found, before its length is known; kept likewise. */
let found: Matches = { documents: new Uint32Array(0), ranks: new Float32Array(0) };

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
  const size = index.ids.length;
  if (found.documents.length < size) found = { documents: new Uint32Array(size), ranks: new Float32Array(size) };
  // The rarest word first: what it does not stand in need not be looked at again.
  const inOrder = words.toSorted((a, b) => spread(index.postings, a) - spread(index.postings, b));
  const walks = inOrder.flatMap((alternatives, i) => {
    const bonus = every ? 0 : wordWorth(index, alternatives) / words.length;
    return [...alternatives].map(([term, worth]) =>
      walkOf(index, term, worth, { share: 1 / words.length, bonus, word: i + 1, onlyHeld: every && i > 0 }),
    );
  });
  let count = 0;
  for (let first = 0; first < size; first += blockSize) {
    for (const walk of walks) follow(index, walk, first);
    count = collect(first, words.length, every, count);
  }
  return { documents: found.documents.subarray(0, count), ranks: found.ranks.subarray(0, count) };
}

function wordWorth(index: SearchIndex, alternatives: Alternatives): number {
  let best = 0;
  for (const [term, worth] of alternatives) best = Math.max(best, worth * (index.needs.has(term) ? heldWorth.needed : heldWorth.other));
  return best;
}

/** One word of the question. */
interface Word {
  /** Of the whole question. */
  share: number;
  /** For holding the word at all. */
  bonus: number;
  /** From 1. */
  word: number;
  /** Only documents that hold every word before it. */
  onlyHeld: boolean;
}

/** How far the documents of one term have been walked along, on behalf of one word. */
interface Walk extends Word {
  /** The next entry. */
  at: number;
  /** The end of the entries. */
  to: number;
  /** What standing in the best part of a document is worth. */
  scale: number;
  isNeed: boolean;
  /** Whether it is as good as the word itself. */
  near: boolean;
}

function walkOf({ ids, needs, postings }: SearchIndex, term: number, worth: number, word: Word): Walk {
  const at = postings.starts[term] ?? 0;
  const to = postings.starts[term + 1] ?? 0;
  const size = ids.length;
  return {
    ...word,
    at,
    to,
    scale: (worth * word.share * Math.log(1 + size / Math.max(1, to - at))) / Math.log(1 + size),
    isNeed: needs.has(term),
    near: worth >= leastInName,
  };
}

/** Notes the documents of one term, in the block that starts at `first`, as holding a word. */
function follow({ postings, speciality }: SearchIndex, walk: Walk, first: number): void {
  const { documents, parts } = postings;
  const { progress, rank, best, touched } = block;
  const { to, scale, isNeed, near, bonus, word, onlyHeld } = walk;
  const end = first + blockSize;
  let at = walk.at;
  for (; at < to; at++) {
    const document = documents[at] ?? 0;
    if (document >= end) break;
    const place = document - first;
    let reached = progress[place] ?? 0;
    const isNew = ((reached >>> lastShift) & byte) !== word;
    if (onlyHeld && (reached & byte) !== (isNew ? word - 1 : word)) continue;
    const partsHere = parts[at] ?? 0;
    const special = isNeed ? needWorth.special * (speciality[document] ?? 0) : 0;
    const value = scale * (isNeed ? needWorth.alone + special : (partWorth[partsHere] ?? 0));
    if (isNew) {
      if (reached === 0) {
        touched[place >>> 5] = (touched[place >>> 5] ?? 0) | (1 << (place & 31));
        rank[place] = value + bonus;
      } else {
        rank[place] = (rank[place] ?? 0) + value + bonus;
      }
      best[place] = value;
      reached = ((reached + held) & ~(byte << lastShift)) | (word << lastShift);
    } else {
      const before = best[place] ?? 0;
      const gain = Math.max(value - before, isNeed ? scale * (needWorth.beside + special) : 0);
      if (gain > 0) {
        best[place] = Math.max(value, before);
        rank[place] = (rank[place] ?? 0) + gain;
      }
    }
    if (near && (isNeed || (partsHere & inName) !== 0) && reached >>> lastNamedShift !== word) {
      reached = ((reached + named) & ~(byte << lastNamedShift)) | (word << lastNamedShift);
    }
    progress[place] = reached;
  }
  walk.at = at;
}

/** Adds the documents of the block that got far enough, their ranks finished, to those found so far; leaves the block clean. Gives how many there are. */
function collect(first: number, most: number, every: boolean, before: number): number {
  const { progress, rank, touched } = block;
  const { documents, ranks } = found;
  let count = before;
  for (let group = 0; group < touched.length; group++) {
    let bits = touched[group] ?? 0;
    touched[group] = 0;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      const place = (group << 5) | bit;
      const reached = progress[place] ?? 0;
      progress[place] = 0;
      if (every && (reached & byte) !== most) continue;
      documents[count] = first + place;
      ranks[count++] = (rank[place] ?? 0) + (((reached >>> 8) & byte) === most ? 1 : 0);
    }
  }
  return count;
}
