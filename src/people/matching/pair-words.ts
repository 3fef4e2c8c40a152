import { type Alignment, align } from './align.ts';
import { compareWords, type WordMatch, wordFeatures } from './compare-words.ts';
import type { Costs } from './costs.ts';
import { signCount, signs } from './signs.ts';
import { jaroWinkler } from './text-distance.ts';
import { logOdds, type Trees } from './trees.ts';
import type { Name, Word } from './words.ts';

export interface WordModel {
  costs: Costs;
  words: Trees;
}

/** Two words of two names that were laid side by side. */
export interface Pair {
  /** Positions in their names. */
  i: number;
  j: number;
  match: WordMatch;
  alignment: Alignment;
  /** Log-odds that they are one word. */
  odds: number;
  /** One of them is only a letter. */
  initial: boolean;
}

interface Candidate {
  i: number;
  j: number;
  match: WordMatch;
  worth: number;
}

/** Log-odds of words that are as good as certainly different, and of words that are written alike. */
export const never = -8;
const certain = 6;
/** Log-odds of a letter that fits; of names that general knowledge takes for variants, or for two names, whatever they sound like. */
const letterFits = 0.5;
const variants = 1.5;
const otherNames = -4;

/** What counts as how alike when words are laid side by side. */
const worthOfLetter = 0.4;
const worthOfVariants = 0.8;
const leastWorth = -0.4;
const worthOfPlace = 0.01;

/** Lays the words of two names side by side, one to one, the likest first; where they stand matters little. */
export function pairWords(a: Name, b: Name, model: WordModel): Pair[] {
  const candidates: Candidate[] = [];
  for (const [i, x] of a.words.entries()) {
    for (const [j, y] of b.words.entries()) {
      const match = compareWords(x, y, model.costs);
      const worth = worthOf(x, y, match, model.costs) - worthOfPlace * Math.abs(i - j);
      if (worth > leastWorth) candidates.push({ i, j, match, worth });
    }
  }
  candidates.sort((p, q) => q.worth - p.worth);
  const pairs: Pair[] = [];
  let [takenA, takenB] = [0, 0];
  for (const { i, j, match } of candidates) {
    const [x, y] = [a.words[i], b.words[j]];
    if (!x || !y || takenA & (1 << i) || takenB & (1 << j)) continue;
    takenA |= 1 << i;
    takenB |= 1 << j;
    const alignment = align(match.x, match.y, model.costs);
    const initial = x.initial || y.initial;
    pairs.push({ i, j, match, alignment, initial, odds: initial ? letterFits : oddsOf(x, y, match, alignment, model.words) });
  }
  return pairs;
}

function worthOf(x: Word, y: Word, match: WordMatch, costs: Costs): number {
  if (x.initial || y.initial) return beginAlike(x, y, costs) ? worthOfLetter : never;
  return match.sharedGroup ? Math.max(match.likeness, worthOfVariants) : match.likeness;
}

function beginAlike(a: Word, b: Word, { pair }: Costs): boolean {
  const says = ([s]: readonly number[], [t]: readonly number[]): boolean =>
    s !== undefined && t !== undefined && ((pair[s * signCount + t] as number) > 0 || signs[s]?.name[0] === signs[t]?.name[0]);
  return says(a.signs, b.signs) || says(a.bare ?? [], b.signs) || says(a.signs, b.bare ?? []);
}

function oddsOf(a: Word, b: Word, match: WordMatch, alignment: Alignment, words: Trees): number {
  if (a.script === b.script && a.plain === b.plain) return certain;
  if (a.script === 'other' || b.script === 'other') return a.script === b.script ? 12 * jaroWinkler(a.plain, b.plain) - 9 : never;
  const odds = logOdds(words, wordFeatures(a, b, match, alignment));
  return match.sharedGroup ? Math.max(odds, variants) : match.otherNames ? Math.min(odds, otherNames) : odds;
}

/** Log-odds that two words are one. */
export function wordOdds(a: Word, b: Word, { costs, words }: WordModel): number {
  const match = compareWords(a, b, costs);
  return oddsOf(a, b, match, align(match.x, match.y, costs), words);
}
