import { type Dimension, dimensions } from './facets.ts';
import { around } from './places.ts';
import { everyone, type SearchIndex } from './search-index.ts';

/** How many services each code would leave, by code; codes that would leave none are absent. */
export type Counts = Record<Dimension, Record<string, number>>;

/** For each commune the numbers of the places that reach it. */
const chains = new WeakMap<SearchIndex, [code: string, numbers: number[]][]>();
function chainsOf(index: SearchIndex): [string, number[]][] {
  const known = chains.get(index);
  if (known) return known;
  const made = index.smallPlaces.map((code): [string, number[]] => [
    code,
    around(index.places, code).flatMap((place) => index.facets.numbers.place.get(place) ?? []),
  ]);
  chains.set(index, made);
  return made;
}

/** Counts by code: what is for everyone counts for each public; what is for the region counts in each of its communes. */
export function countsByCode(index: SearchIndex, counted: Uint32Array): Counts {
  const counts = Object.fromEntries(dimensions.map((dimension) => [dimension, {}])) as Counts;
  const { codes, numbers } = index.facets;
  const forAll = counted[numbers.audience.get(everyone) ?? -1] ?? 0;
  codes.forEach(({ dimension, code }, number) => {
    if (dimension === 'place') return;
    const times = (counted[number] ?? 0) + (dimension === 'audience' && code !== everyone ? forAll : 0);
    if (times > 0) counts[dimension][code] = times;
  });
  for (const [code, chain] of chainsOf(index)) {
    let times = 0;
    for (const number of chain) times += counted[number] ?? 0;
    if (times > 0) counts.place[code] = times;
  }
  return counts;
}
