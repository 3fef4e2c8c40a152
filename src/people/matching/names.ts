import type { Costs } from './costs.ts';
import { joinLike } from './join-words.ts';
import { nameFeatures } from './name-features.ts';
import { never, pairWords, type WordModel } from './pair-words.ts';
import { logOdds, type Trees } from './trees.ts';
import type { Name } from './words.ts';

export interface NameModel extends WordModel {
  names: Trees;
}

/** The order in which a comparison takes its two sides, so that it says the same whichever comes first. */
export const inOrder = (a: Name, b: Name): boolean => {
  const [x, y] = [rank(a), rank(b)];
  return x !== y ? x < y : a.words.length !== b.words.length ? a.words.length < b.words.length : a.text <= b.text;
};
const ranks = { arabic: 0, latin: 1, other: 2 };
const rank = ({ words }: Name): number => ranks[words[0]?.script ?? 'other'];

/** What each pair of names that general knowledge tells apart takes from the log-odds: published pairs show too few of them to learn it. */
const otherNames = 1.5;

/** Two names as a comparison takes them: split words joined, in order. */
export function prepare(a: Name, b: Name, costs: Costs): [Name, Name] {
  const [x, y] = a.words.length === b.words.length ? [a, b] : [joinLike(a, b, costs), joinLike(b, a, costs)];
  return inOrder(x, y) ? [x, y] : [y, x];
}

/** Log-odds that two names are one person's. */
export function nameOdds(a: Name, b: Name, model: NameModel): number {
  const [x, y] = prepare(a, b, model.costs);
  const pairs = pairWords(x, y, model);
  if (x.words.length === 1 && y.words.length === 1) return pairs[0]?.odds ?? never;
  const others = pairs.filter(({ match }) => match.otherNames).length;
  return logOdds(model.names, nameFeatures(x, y, pairs, model)) - otherNames * others;
}
