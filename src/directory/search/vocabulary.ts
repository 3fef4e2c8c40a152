import { distance } from 'fastest-levenshtein';
import { skeleton, spelling } from './folding.ts';

interface Word {
  word: string;
  /** In ASCII, one letter for one. */
  spelling: string;
  /** The terms it is indexed under. */
  terms: number[];
  frequency: number;
}

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
const letterNumbers = new Map([...letters].map((letter, i) => [letter, i + 2]));
const base = letters.length + 2;
/** 0 is the edge of a word, 1 any letter of another script. */
const letterNumber = (letter: string | undefined): number => (letter === undefined ? 0 : (letterNumbers.get(letter) ?? 1));

/** The distinct groups of three letters of a word, two edges before it and one after, as PostgreSQL's pg_trgm cuts them. */
function trigrams(word: string): Set<number> {
  const found = new Set<number>();
  const all = [...word];
  for (let i = 0; i <= all.length; i++) {
    found.add((letterNumber(all[i - 2]) * base + letterNumber(all[i - 1])) * base + letterNumber(all[i]));
  }
  return found;
}

const moreLikely = (a: [number, Word], b: [number, Word]): number =>
  a[0] - b[0] || b[1].frequency - a[1].frequency || (a[1].word < b[1].word ? -1 : 1);

/** Every word the directory and its taxonomies use: what a word nobody used is corrected to. */
export class Vocabulary {
  readonly #words = new Map<string, Word>();
  #list: Word[] = [];
  #bySkeleton = new Map<string, Word[]>();
  #trigramStarts = new Uint32Array(1);
  #trigramWords = new Uint32Array(0);
  #trigramCounts = new Uint8Array(0);
  #shared = new Uint8Array(0);

  /** Gives the word's entry, whose frequency the caller keeps. */
  add(text: string, term: number): Word {
    const word = this.#words.get(text) ?? { word: text, spelling: spelling(text), terms: [], frequency: 0 };
    this.#words.set(text, word);
    if (!word.terms.includes(term)) word.terms.push(term);
    return word;
  }

  /** Call once, when every word was added. */
  close(): void {
    this.#list = [...this.#words.values()];
    this.#trigramCounts = new Uint8Array(this.#list.length);
    this.#shared = new Uint8Array(this.#list.length);
    const cut = this.#list.map(({ spelling }) => trigrams(spelling));
    this.#trigramStarts = new Uint32Array(base ** 3 + 1);
    for (const set of cut) for (const t of set) this.#trigramStarts[t + 1] = (this.#trigramStarts[t + 1] ?? 0) + 1;
    for (let t = 0; t < base ** 3; t++) this.#trigramStarts[t + 1] = (this.#trigramStarts[t + 1] ?? 0) + (this.#trigramStarts[t] ?? 0);
    const next = this.#trigramStarts.slice();
    this.#trigramWords = new Uint32Array(this.#trigramStarts.at(-1) ?? 0);
    cut.forEach((set, i) => {
      this.#trigramCounts[i] = Math.min(set.size, 255);
      for (const t of set) {
        const at = next[t] ?? 0;
        this.#trigramWords[at] = i;
        next[t] = at + 1;
      }
    });
    for (const word of this.#list) {
      const bones = skeleton(word.word);
      if (bones) this.#bySkeleton.set(bones, [...(this.#bySkeleton.get(bones) ?? []), word]);
    }
  }

  termsOf(word: string): readonly number[] {
    return this.#words.get(word)?.terms ?? [];
  }

  /** Words that sound the same and are written much alike, the most used first. */
  soundingLike(word: string): { word: string; terms: readonly number[] }[] {
    const bones = skeleton(word);
    if (!bones) return [];
    const written = trigrams(spelling(word));
    return (this.#bySkeleton.get(bones) ?? [])
      .filter((other) => other.word !== word && likeness(written, trigrams(other.spelling)) >= 0.45)
      .sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1))
      .slice(0, 4);
  }

  /** The word most probably meant by one that nobody used; undefined when none is near. */
  correct(word: string): string | undefined {
    const typed = spelling(word);
    const cut = trigrams(typed);
    const bones = skeleton(word);
    const sounding = (bones ? (this.#bySkeleton.get(bones) ?? []) : [])
      .filter((other) => likeness(cut, trigrams(other.spelling)) >= 0.4)
      .map((other): [number, Word] => [distance(other.spelling, typed), other])
      .filter(([far]) => far <= 3)
      .sort(moreLikely);
    if (sounding[0]) return sounding[0][1].word;

    const touched: number[] = [];
    for (const t of cut) {
      for (let i = this.#trigramStarts[t] ?? 0; i < (this.#trigramStarts[t + 1] ?? 0); i++) {
        const number = this.#trigramWords[i] ?? 0;
        const before = this.#shared[number] ?? 0;
        if (before === 0) touched.push(number);
        this.#shared[number] = before + 1;
      }
    }
    const latin = typed === word;
    const near: [number, Word][] = [];
    for (const number of touched) {
      const shared = this.#shared[number] ?? 0;
      this.#shared[number] = 0;
      if (shared / (cut.size + (this.#trigramCounts[number] ?? 0) - shared) < 0.3) continue;
      const other = this.#list[number];
      if (!other || Math.abs(other.word.length - word.length) > 3 || (other.spelling === other.word) !== latin) continue;
      const far = distance(other.spelling, typed);
      if (far <= Math.max(1, Math.floor(word.length / 3))) near.push([far, other]);
    }
    return near.sort(moreLikely)[0]?.[1].word;
  }
}

function likeness(a: Set<number>, b: Set<number>): number {
  let shared = 0;
  for (const t of a) if (b.has(t)) shared++;
  return shared / (a.size + b.size - shared);
}
