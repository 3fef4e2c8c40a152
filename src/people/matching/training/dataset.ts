import { inOrder } from '../names.ts';
import { type Name, readName } from '../words.ts';
import { foldsOf, type LabelledPair, readPairs } from './read-data.ts';

/** A labelled pair of names, read, in the order a comparison takes them. */
export interface Case {
  pair: LabelledPair;
  fold: { left: number; right: number };
  a: Name;
  b: Name;
}

export const isVowelKind = (kind: string): boolean => kind.endsWith('-vowel');

export function readCases(folds: number): Case[] {
  const pairs = readPairs();
  const fold = foldsOf(pairs, folds);
  return pairs.map((pair, i) => {
    const [left, right] = [readName(pair.left), readName(pair.right)];
    const [a, b] = inOrder(left, right) ? [left, right] : [right, left];
    return { pair, fold: fold[i] ?? { left: 0, right: 0 }, a, b };
  });
}

export const isWordCase = ({ a, b }: Case): boolean => a.words.length === 1 && b.words.length === 1;
