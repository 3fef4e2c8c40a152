import { align } from './align.ts';
import { compareWords, type WordMatch, wordFeatures } from './compare-words.ts';
import type { Costs } from './costs.ts';
import { isCommon } from './common-names.ts';
import { signCount, signs } from './signs.ts';
import { jaroWinkler } from './text-distance.ts';
import { logOdds, type Trees } from './trees.ts';
import type { Name, Word } from './words.ts';

export interface Model {
  costs: Costs;
  words: Trees;
}

export interface NameModel extends Model {
  names: Trees;
}

/** Two words of two names that were laid side by side. */
export interface Pair {
  /** Positions in their names. */
  i: number;
  j: number;
  match: WordMatch;
  /** Log-odds that they are one word, from the trees for words. */
  odds: number;
  /** How they stand together where one is only a letter. */
  initial: boolean;
}

/** The order in which a comparison takes its two sides, so that it says the same whichever comes first. */
export const inOrder = (a: Name, b: Name): boolean => {
  const [x, y] = [rank(a), rank(b)];
  return x !== y ? x < y : a.words.length !== b.words.length ? a.words.length < b.words.length : a.text <= b.text;
};
const ranks = { arabic: 0, latin: 1, other: 2 };
const rank = ({ words }: Name): number => ranks[words[0]?.script ?? 'other'];

const never = -8;
const initialOdds = 0.5;

function initialsAgree(a: Word, b: Word, { pair }: Costs): boolean {
  const [x, y] = [a.bare && !b.initial ? a : a, b];
  const says = (s: readonly number[] | undefined, t: readonly number[] | undefined): boolean =>
    s?.[0] !== undefined &&
    t?.[0] !== undefined &&
    (s[0] === t[0] || (pair[s[0] * signCount + t[0]] as number) > 0.3 || sameStart(s[0], t[0]));
  return says(x.signs, y.signs) || (x.bare !== undefined && says(x.bare, y.signs)) || (y.bare !== undefined && says(x.signs, y.bare));
}
const sameStart = (a: number, b: number): boolean => signs[a]?.name[0] === signs[b]?.name[0];

/** Lays the words of two names side by side, one to one, the likest first; where they stand matters little. */
export function pairWords(a: Name, b: Name, { costs, words }: Model): Pair[] {
  const candidates: (Pair & { worth: number })[] = [];
  for (const [i, x] of a.words.entries()) {
    for (const [j, y] of b.words.entries()) {
      const match = compareWords(x, y, costs);
      const initial = x.initial || y.initial;
      const worth = initial
        ? initialsAgree(x, y, costs)
          ? 0.4
          : -0.5
        : match.sharedGroup
          ? Math.max(match.likeness, 0.8)
          : match.likeness;
      candidates.push({ i, j, match, odds: never, initial, worth: worth - 0.01 * Math.abs(i - j) });
    }
  }
  candidates.sort((p, q) => q.worth - p.worth);
  const pairs: Pair[] = [];
  let [takenA, takenB] = [0, 0];
  for (const pair of candidates) {
    if (takenA & (1 << pair.i) || takenB & (1 << pair.j) || pair.worth < -0.4) continue;
    takenA |= 1 << pair.i;
    takenB |= 1 << pair.j;
    const [x, y] = [a.words[pair.i], b.words[pair.j]];
    if (!x || !y) continue;
    pair.odds = pair.initial ? (pair.worth > 0 ? initialOdds : never) : wordOdds(x, y, pair.match, words);
    pairs.push(pair);
  }
  return pairs;
}

/** A variant from general knowledge counts as likely, whatever it sounds like. */
export const groupOdds = 1.5;
export function wordOdds(a: Word, b: Word, match: WordMatch, words: Trees): number {
  if (a.plain === b.plain && a.script === b.script) return 6;
  if (a.script === 'other' || b.script === 'other') return a.script === b.script ? 12 * jaroWinkler(a.plain, b.plain) - 9 : never;
  const odds = logOdds(words, wordFeatures(a, b, match));
  return match.sharedGroup ? Math.max(odds, groupOdds) : odds;
}

const fusedSigns = (name: Name): number[] => name.words.flatMap(({ signs }) => signs).slice(0, 60);
const sorted = (name: Name): string =>
  name.words
    .map(({ plain }) => plain)
    .sort()
    .join(' ');

/** What the trees are asked about two names, `a` first in order. */
export function nameFeatures(a: Name, b: Name, pairs: readonly Pair[], { costs }: Model): number[] {
  const fewer = Math.min(a.words.length, b.words.length);
  const more = Math.max(a.words.length, b.words.length);
  const real = pairs.filter(({ initial }) => !initial);
  const odds = pairs
    .map((p) => p.odds)
    .concat(Array(fewer - pairs.length).fill(never))
    .sort((x, y) => x - y);
  const oddsAt = (side: 'i' | 'j', at: number): number => pairs.find((p) => p[side] === at)?.odds ?? never;
  const firsts = [oddsAt('i', 0), oddsAt('j', 0)];
  const lasts = [oddsAt('i', a.words.length - 1), oddsAt('j', b.words.length - 1)];
  const worst = real.reduce<Pair | undefined>((w, p) => (!w || p.odds < w.odds ? p : w), undefined);
  const good = pairs.filter((p) => p.odds > 0);
  const inversions = good.some((p) => good.some((q) => p.i < q.i && p.j > q.j)) ? 1 : 0;
  const fused = align(fusedSigns(a), fusedSigns(b), costs);
  const rare = good.filter((p) => !isCommon(a.words[p.i]) && !p.initial);
  const said = (list: readonly Pair[]): number => list.reduce((sum, { match }) => sum + match.alignment.total, 0);
  const oneScript = a.words[0]?.script === b.words[0]?.script;
  const unpaired = (name: Name, side: 'i' | 'j'): Word[] => name.words.filter((_, at) => !pairs.some((p) => p[side] === at && p.odds > -2));
  const longestLeft = (words: Word[]): number => words.reduce((most, { signs: s }) => Math.max(most, s.length), 0);
  const left = [longestLeft(unpaired(a, 'i')), longestLeft(unpaired(b, 'j'))];
  return [
    (a.words[0]?.script === 'arabic' ? 1 : 0) + (b.words[0]?.script === 'arabic' ? 1 : 0),
    fewer,
    more,
    odds[0] ?? never,
    odds[1] ?? 9,
    odds.at(-1) ?? never,
    odds.reduce((sum, o) => sum + o, 0) / Math.max(fewer, 1),
    Math.min(...firsts),
    Math.max(...firsts),
    Math.min(...lasts),
    Math.max(...lasts),
    fewer - good.length,
    more - good.length,
    inversions,
    pairs.filter((p) => p.initial && p.odds > 0).length,
    pairs.filter((p) => p.initial && p.odds <= 0).length,
    fused.total / Math.max(fused.bestA, fused.bestB, 1),
    fused.total,
    said(good),
    said(rare),
    rare.length,
    good.length,
    worst?.match.likeness ?? 0,
    worst?.match.alignment.worst ?? -8,
    worst?.match.alignment.total ?? 0,
    oneScript ? jaroWinkler(sorted(a), sorted(b)) : -1,
    Math.min(...left),
    Math.max(...left),
    good.filter((p) => p.match.sharedGroup).length,
    odds.filter((o) => o > 2).length,
    (good.length * 2) / (a.words.length + b.words.length),
  ];
}

/** Log-odds that two names are one person's. */
export function nameOdds(a: Name, b: Name, model: NameModel): number {
  if (!inOrder(a, b)) return nameOdds(b, a, model);
  const pairs = pairWords(a, b, model);
  if (a.words.length === 1 && b.words.length === 1) return pairs[0]?.odds ?? never;
  return logOdds(model.names, nameFeatures(a, b, pairs, model));
}
