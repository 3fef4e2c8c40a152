import { distance } from 'fastest-levenshtein';
import { arabicBones, isWeakPlural, looksPlural, singularsOf } from './arabic-forms.ts';
import { arabicKey, transcriptionCost, transcriptionsOf } from './arabizi.ts';
import { skeleton, spelling } from './folding.ts';
import { bitCount, letterBits, oneSlip } from './near-miss.ts';

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

/** A word of the vocabulary, and how far it is from the one asked for. */
export interface Near {
  word: string;
  cost: number;
}

const moreLikely = (a: [number, Word], b: [number, Word]): number =>
  a[0] - b[0] || b[1].frequency - a[1].frequency || (a[1].word < b[1].word ? -1 : 1);

/** Every word the directory and its taxonomies use: what a word nobody used is corrected to. */
export class Vocabulary {
  readonly #words = new Map<string, Word>();
  #list: Word[] = [];
  readonly #bySkeleton = new Map<string, Word[]>();
  readonly #byArabicBones = new Map<string, Word[]>();
  readonly #byArabicKey = new Map<string, Word[]>();
  /** In alphabetical order. */
  #sorted: Word[] = [];
  #letterBits = new Int32Array(0);
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
    const note = (map: Map<string, Word[]>, key: string | undefined, word: Word): void => {
      if (!key) return;
      const known = map.get(key);
      if (known) known.push(word);
      else map.set(key, [word]);
    };
    for (const word of this.#list) {
      note(this.#bySkeleton, skeleton(word.word), word);
      if (word.spelling === word.word) continue;
      note(this.#byArabicBones, arabicBones(word.word), word);
      note(this.#byArabicKey, arabicKey(word.word), word);
    }
    this.#letterBits = Int32Array.from(this.#list, (word) => letterBits(word.spelling));
    this.#sorted = this.#list.toSorted((a, b) => (a.word < b.word ? -1 : 1));
  }

  frequencyOf(word: string): number {
    return this.#words.get(word)?.frequency ?? 0;
  }

  termsOf(word: string): readonly number[] {
    return this.#words.get(word)?.terms ?? [];
  }

  /** Words that sound the same and are written much alike, the most used first. */
  soundingLike(word: string): string[] {
    const bones = skeleton(word);
    if (!bones) return [];
    const written = trigrams(spelling(word));
    return (this.#bySkeleton.get(bones) ?? [])
      .filter((other) => other.word !== word && likeness(written, trigrams(other.spelling)) >= 0.45)
      .sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1))
      .slice(0, 4)
      .map((other) => other.word);
  }

  /** Plurals and singulars of an Arabic word that keep its bones, the most used first. */
  formsOf(word: string): string[] {
    const bones = arabicBones(word);
    if (!bones) return [];
    const singulars = singularsOf(word).filter((singular) => this.#words.has(singular));
    if (singulars.length > 0) return singulars;
    const isPlural = bones.length > 2 ? looksPlural : isWeakPlural;
    const plural = isPlural(word);
    return (this.#byArabicBones.get(bones) ?? [])
      .filter((other) => other.word !== word && (plural || isPlural(other.word)))
      .sort((a, b) => b.frequency - a.frequency || (a.word < b.word ? -1 : 1))
      .slice(0, 6)
      .map((other) => other.word);
  }

  /** Words of the same bones, whatever their form. */
  kinOf(word: string): string[] {
    const bones = arabicBones(word);
    return bones && bones.length >= 3 ? (this.#byArabicBones.get(bones) ?? []).map((other) => other.word) : [];
  }

  /** Arabic words that a word in Latin letters and digits may transcribe, the likeliest first. */
  transcribed(word: string): Near[] {
    const found = new Map<Word, number>();
    for (const transcription of transcriptionsOf(word)) {
      for (const other of this.#byArabicKey.get(transcription.key) ?? []) {
        const cost = transcriptionCost(transcription, other.word);
        if (cost !== undefined && cost < (found.get(other) ?? Number.POSITIVE_INFINITY)) found.set(other, cost);
      }
    }
    return [...found]
      .map(([other, cost]): [number, Word] => [cost, other])
      .sort(moreLikely)
      .map(([cost, other]) => ({ word: other.word, cost }));
  }

  /** Words one slip of the hand away, the likeliest first. */
  oneSlipFrom(word: string): Near[] {
    const typed = spelling(word);
    const latin = typed === word;
    const bits = letterBits(typed);
    const near: [number, Word][] = [];
    for (let i = 0; i < this.#list.length; i++) {
      if (bitCount((this.#letterBits[i] ?? 0) ^ bits) > 2) continue;
      const other = this.#list[i];
      if (!other || (other.spelling === other.word) !== latin) continue;
      const cost = oneSlip(typed, other.spelling);
      if (cost) near.push([cost, other]);
    }
    return near.sort(moreLikely).map(([cost, other]) => ({ word: other.word, cost }));
  }

  /** Words that begin with what was typed, the most used first. */
  beginningWith(start: string): string[] {
    let low = 0;
    for (let high = this.#sorted.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle]?.word ?? '') < start) low = middle + 1;
      else high = middle;
    }
    const found: Word[] = [];
    for (let i = low; this.#sorted[i]?.word.startsWith(start); i++) found.push(this.#sorted[i] as Word);
    return found
      .sort((a, b) => b.frequency - a.frequency)
      .slice(0, 8)
      .map((word) => word.word);
  }

  /** The word most probably meant by one that nobody used, several slips away; undefined when none is near. */
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
