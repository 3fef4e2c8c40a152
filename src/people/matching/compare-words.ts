import { type Alignment, align } from './align.ts';
import type { Costs } from './costs.ts';
import { jaroWinkler, slips } from './text-distance.ts';
import type { Word } from './words.ts';

export interface WordMatch {
  alignment: Alignment;
  /** 1 for the same word, about 0 for words that have nothing in common; may be less. */
  likeness: number;
  /** Read with the article on one side only. */
  uneven: boolean;
  sharedGroup: boolean;
}

const sharesGroup = (a: Word, b: Word): boolean => a.groups.some((group) => b.groups.includes(group));
const likenessOf = ({ total, bestA, bestB }: Alignment): number => total / Math.max(bestA, bestB, 1);

/** The best of the ways to read both words, with and without their particles. */
export function compareWords(a: Word, b: Word, costs: Costs): WordMatch {
  let alignment = align(a.signs, b.signs, costs);
  let likeness = likenessOf(alignment);
  let uneven = false;
  const attempt = (x: readonly number[], y: readonly number[], unevenly: boolean): void => {
    const other = align(x, y, costs);
    const as = likenessOf(other) - (unevenly ? 0.03 : 0);
    if (as > likeness) [alignment, likeness, uneven] = [other, as, unevenly];
  };
  if (a.bare && b.bare) attempt(a.bare, b.bare, false);
  else if (a.bare) attempt(a.bare, b.signs, true);
  else if (b.bare) attempt(a.signs, b.bare, true);
  if (a.split && likeness < 0.9) attempt(a.split, b.signs, false);
  if (b.split && likeness < 0.9) attempt(a.signs, b.split, false);
  return { alignment, likeness, uneven, sharedGroup: sharesGroup(a, b) };
}

export const wordFeatureCount = 27;

/** What the trees are asked about two words; `a` comes first in the order of `names.ts`. */
export function wordFeatures(a: Word, b: Word, match: WordMatch): number[] {
  const { alignment: x, likeness } = match;
  const oneScript = a.script === b.script;
  const written = oneScript ? slips(a.plain, b.plain) : -1;
  const longer = Math.max(a.plain.length, b.plain.length, 1);
  return [
    (a.script === 'arabic' ? 1 : 0) + (b.script === 'arabic' ? 1 : 0),
    x.total,
    likeness,
    x.total / Math.max(Math.min(x.bestA, x.bestB), 1),
    x.worst,
    x.secondWorst,
    x.worstVowel,
    x.againstConsonants,
    x.againstVowels,
    x.first,
    x.last,
    x.consonantGaps,
    x.vowelGaps,
    x.vowelChanges,
    x.steps,
    Math.min(a.signs.length, b.signs.length),
    Math.abs(a.signs.length - b.signs.length),
    x.total / Math.max(x.steps, 1),
    oneScript ? jaroWinkler(a.plain, b.plain) : -1,
    written < 0 ? -1 : written / longer,
    written,
    match.sharedGroup ? 1 : a.groups.length > 0 && b.groups.length > 0 ? -1 : 0,
    match.uneven ? 1 : 0,
    longer,
    Math.max(x.bestA, x.bestB),
    x.bestA - x.bestB,
    (x.againstConsonants + x.againstVowels) / Math.max(x.steps, 1),
  ];
}
