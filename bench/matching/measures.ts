import jaroWinkler from 'jaro-winkler';
import type { NameRecord } from '../../src/people/matching/index.ts';
import type { LabelledPair } from '../../src/people/matching/training/read-data.ts';
import { percentile } from '../row.ts';

/** All left names against all right names: the share of same pairs that share a key, and of all pairs that share none. */
export function blockingOf(
  pairs: readonly LabelledPair[],
  keysOf: (name: string) => string[],
): { completeness: number; reduction: number } {
  const lefts = new Map(pairs.map(({ left }) => [left, keysOf(left)]));
  const rights = new Map(pairs.map(({ right }) => [right, keysOf(right)]));
  const byKey = new Map<string, string[]>();
  for (const [right, keys] of rights) for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), right]);
  let met = 0;
  for (const keys of lefts.values()) met += new Set(keys.flatMap((key) => byKey.get(key) ?? [])).size;
  const same = pairs.filter((pair) => pair.same);
  const found = same.filter(({ left, right }) => left === right || lefts.get(left)?.some((key) => rights.get(right)?.includes(key)));
  return { completeness: found.length / same.length, reduction: 1 - met / (lefts.size * rights.size) };
}

const asked = 400;

/** How many of so many share a key with one of them, the median over some that are spread evenly. */
export function candidatesAmong(count: number, keysOf: (i: number) => string[]): number {
  const askers = Array.from({ length: asked }, (_, i) => Math.floor((i * count) / asked));
  const wanted = new Map<string, number[]>();
  for (const [asker, i] of askers.entries()) for (const key of new Set(keysOf(i))) wanted.set(key, [...(wanted.get(key) ?? []), asker]);
  const met = new Array<number>(asked).fill(0);
  for (let i = 0; i < count; i++) {
    for (const asker of new Set(keysOf(i).flatMap((key) => wanted.get(key) ?? []))) met[asker] = (met[asker] ?? 0) + 1;
  }
  return percentile(met, 0.5);
}

/** The mean likeness of the fields both records have, names in either order. */
export function likenessOfFields(a: NameRecord, b: NameRecord): number {
  const fields = ['dob', 'address', 'place', 'postcode', 'region', 'sex', 'occupation'] as const;
  const names = (x: NameRecord, y: NameRecord, swapped: boolean): number =>
    (jaroWinkler(x.given, swapped ? y.family : y.given) + jaroWinkler(x.family, swapped ? y.given : y.family)) / 2;
  const said = fields.flatMap((field) => (a[field] && b[field] ? [jaroWinkler(a[field], b[field])] : []));
  const name = Math.max(names(a, b, false), names(a, b, true));
  return [name, name, ...said].reduce((sum, s) => sum + s, 0) / (said.length + 2);
}
