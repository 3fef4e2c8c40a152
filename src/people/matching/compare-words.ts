import { type Alignment, likenessOf } from './align.ts';
import type { Costs } from './costs.ts';
import { isCommon } from './common-names.ts';
import { jaroWinkler, slips } from './text-distance.ts';
import type { Word } from './words.ts';

export interface WordMatch {
  /** The readings that are likest. */
  x: readonly number[];
  y: readonly number[];
  /** See `likenessOf`. */
  likeness: number;
  /** Read with the article on one side only. */
  uneven: boolean;
  sharedGroup: boolean;
  /** Both are well-known names, and not the same: «Fatima» and «Fatiha» are no slip of the hand. */
  otherNames: boolean;
}

/** What an article too many takes from the likeness. */
const unevenness = 0.03;
/** From here on another reading would change nothing. */
const alike = 0.9;

/** The best of the ways to read both words, with and without their particles. */
export function compareWords(a: Word, b: Word, costs: Costs): WordMatch {
  const sharedGroup = a.groups.some((group) => b.groups.includes(group));
  // An article on both sides says nothing.
  const [x, y] = a.bare && b.bare ? [a.bare, b.bare] : [a.signs, b.signs];
  const match: WordMatch = { x, y, likeness: 1, uneven: false, sharedGroup, otherNames: !sharedGroup && areOtherNames(a, b) };
  if (a.plain === b.plain && a.script === b.script) return match;
  match.likeness = likenessOf(x, y, costs);
  if (a.bare && !b.bare) attempt(match, a.bare, b.signs, true, costs);
  if (b.bare && !a.bare) attempt(match, a.signs, b.bare, true, costs);
  if (a.split && match.likeness < alike) attempt(match, a.split, b.signs, false, costs);
  if (b.split && match.likeness < alike) attempt(match, a.signs, b.split, false, costs);
  return match;
}

function attempt(match: WordMatch, x: readonly number[], y: readonly number[], uneven: boolean, costs: Costs): void {
  const likeness = likenessOf(x, y, costs) - (uneven ? unevenness : 0);
  if (likeness > match.likeness) Object.assign(match, { x, y, likeness, uneven });
}

const areOtherNames = (a: Word, b: Word): boolean =>
  a.script === b.script ? a.plain !== b.plain && isKnown(a) && isKnown(b) : a.groups.length > 0 && b.groups.length > 0;
const isKnown = (word: Word): boolean => word.groups.length > 0 || isCommon(word);

/** What the trees are asked about two words; `a` comes first in the order of `names.ts`. */
export function wordFeatures(a: Word, b: Word, match: WordMatch, x: Alignment): number[] {
  const oneScript = a.script === b.script;
  const written = oneScript ? slips(a.plain, b.plain) : -1;
  const longer = Math.max(a.plain.length, b.plain.length, 1);
  return [
    (a.script === 'arabic' ? 1 : 0) + (b.script === 'arabic' ? 1 : 0),
    x.total,
    match.likeness,
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
    match.sharedGroup ? 1 : match.otherNames ? -1 : 0,
    match.uneven ? 1 : 0,
    longer,
    Math.max(x.bestA, x.bestB),
    x.bestA - x.bestB,
    (x.againstConsonants + x.againstVowels) / Math.max(x.steps, 1),
  ];
}
