import anyAscii from 'any-ascii';
import { doubleMetaphone } from 'double-metaphone';
import jaroWinkler from 'jaro-winkler';
import type { Client } from 'pg';
import type { LabelledPair } from '../../src/people/matching/training/read-data.ts';

/** A name in plain letters, its words as written and in the order of the alphabet: rivals get the better of the two. */
const plain = (name: string): string =>
  anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const inOrder = (text: string): string => text.split(' ').sort().join(' ');
const codes = (text: string): string =>
  text
    .split(' ')
    .map((word) => doubleMetaphone(word)[0])
    .join(' ');

const best = (a: string, b: string): number => Math.max(jaroWinkler(a, b), jaroWinkler(inOrder(a), inOrder(b)));

/** What each rival says of each pair, 0…1. */
export async function rivalScores(pairs: readonly LabelledPair[], owner: Client): Promise<Record<string, number[]>> {
  const texts = pairs.map(({ left, right }) => [plain(left), plain(right)] as const);
  const { rows } = await owner.query<{ s: number }>(
    'select similarity(a, b) as s from unnest($1::text[], $2::text[]) with ordinality as t(a, b, n) order by n',
    [texts.map(([a]) => a), texts.map(([, b]) => b)],
  );
  return {
    'any-ascii + Jaro-Winkler': texts.map(([a, b]) => best(a, b)),
    'any-ascii + double metaphone': texts.map(([a, b]) => best(codes(a), codes(b))),
    'any-ascii + pg_trgm': rows.map(({ s }) => s),
  };
}

/** Candidates by double metaphone: names that share a word's code. */
export const metaphoneKeys = (name: string): string[] =>
  [
    ...new Set(
      plain(name)
        .split(' ')
        .flatMap((word) => doubleMetaphone(word)),
    ),
  ].filter(Boolean);

/** As `any-ascii + Jaro-Winkler` does it, for measuring how long that takes. */
export const plainLikeness = (a: string, b: string): number => jaroWinkler(plain(a), plain(b));
