import { align } from './align.ts';
import { isCommon } from './common-names.ts';
import { never, type Pair, type WordModel } from './pair-words.ts';
import { jaroWinkler } from './text-distance.ts';
import type { Name, Word } from './words.ts';

const fusedSigns = (name: Name): number[] => name.words.flatMap(({ signs }) => signs).slice(0, 60);
const initials = (name: Name): number => name.words.filter(({ initial }) => initial).length;
const sorted = (name: Name): string =>
  name.words
    .map(({ plain }) => plain)
    .sort()
    .join(' ');

/** What the trees are asked about two names, `a` first in order. */
export function nameFeatures(a: Name, b: Name, pairs: readonly Pair[], { costs }: WordModel): number[] {
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
  const said = (list: readonly Pair[]): number => list.reduce((sum, { alignment }) => sum + alignment.total, 0);
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
    pairs.filter((p) => p.initial).length,
    initials(a) + initials(b) - pairs.filter((p) => p.initial).length,
    fused.total / Math.max(fused.bestA, fused.bestB, 1),
    fused.total,
    said(good),
    said(rare),
    rare.length,
    good.length,
    worst?.match.likeness ?? 0,
    worst?.alignment.worst ?? -8,
    worst?.alignment.total ?? 0,
    oneScript ? jaroWinkler(sorted(a), sorted(b)) : -1,
    Math.min(...left),
    Math.max(...left),
    good.filter((p) => p.match.sharedGroup).length,
    pairs.filter((p) => p.match.otherNames).length,
    odds.filter((o) => o > 2).length,
    (good.length * 2) / (a.words.length + b.words.length),
  ];
}
