import { align } from '../align.ts';
import { compareWords, wordFeatures } from '../compare-words.ts';
import { costsFrom, type WrittenCosts } from '../costs.ts';
import { nameFeatures } from '../name-features.ts';
import { type NameModel, prepare } from '../names.ts';
import { pairWords } from '../pair-words.ts';
import { treesFrom, type WrittenTrees } from '../trees.ts';
import type { Word } from '../words.ts';
import { composeNames } from './compose-names.ts';
import { type Case, isVowelKind, isWordCase } from './dataset.ts';
import { type Growth, growTrees } from './grow-trees.ts';
import { type Example, learnCosts } from './learn-costs.ts';

const wordGrowth: Growth = { trees: 100, leaves: 12, rate: 0.1, leafWeight: 3, ridge: 3, rows: 0.7, columns: 0.6, seed: 1 };
const nameGrowth: Growth = { trees: 80, leaves: 8, rate: 0.1, leafWeight: 3, ridge: 3, rows: 0.7, columns: 0.6, seed: 2 };

/** Composed names teach what published ones seldom show: one family, two given names. */
const composedCount = 6000;
const composedWeight = 0.3;

export interface NameWeights {
  costs: WrittenCosts;
  words: WrittenTrees;
  names: WrittenTrees;
}

/** Costs, then trees for words, then trees for names on top of them. */
export function trainNames(cases: readonly Case[]): NameWeights & { model: NameModel } {
  const wordCases = cases.filter(isWordCase).flatMap(({ pair, a, b }) => {
    const [x, y] = [a.words[0], b.words[0]];
    return x && y && x.script !== 'other' && y.script !== 'other' ? [{ pair, x, y }] : [];
  });
  const same = wordCases.filter(({ pair }) => pair.same);
  const written = learnCosts([...same, ...throughAnother(same)].map(({ x, y }): Example => [x.signs, y.signs]));
  const costs = costsFrom(written);
  const features = ({ x, y }: { x: Word; y: Word }): number[] => {
    const match = compareWords(x, y, costs);
    return wordFeatures(x, y, match, align(match.x, match.y, costs));
  };
  const words = growTrees(
    wordCases.map(features),
    wordCases.map(({ pair }) => pair.same),
    wordCases.map(({ pair }) => (isVowelKind(pair.kind) ? 0.3 : 1)),
    wordGrowth,
  );
  const model = { costs, words: treesFrom(words) };
  const nameCases = cases
    .filter((c) => !isWordCase(c) && c.a.words.length > 0 && c.b.words.length > 0)
    .map(({ a, b, pair }) => ({ a, b, same: pair.same, weight: 1 }));
  for (const composed of composeNames(cases, composedCount)) nameCases.push({ ...composed, weight: composedWeight });
  const names = growTrees(
    nameCases.map(({ a, b }) => {
      const [x, y] = prepare(a, b, costs);
      return nameFeatures(x, y, pairWords(x, y, model), model);
    }),
    nameCases.map(({ same }) => same),
    nameCases.map(({ weight }) => weight),
    nameGrowth,
  );
  return { costs: written, words, names, model: { ...model, names: treesFrom(names) } };
}

interface WordCase {
  x: Word;
  y: Word;
}

/** Two spellings in one script of what the other script writes in one way. */
function throughAnother(same: readonly WordCase[]): WordCase[] {
  const spellings = new Map<string, Map<string, Word>>();
  const add = (of: Word, spelling: Word): void => {
    const known = spellings.get(of.plain) ?? new Map<string, Word>();
    spellings.set(of.plain, known.set(spelling.plain, spelling));
  };
  for (const { x, y } of same) {
    if (x.script === y.script) continue;
    add(x, y);
    add(y, x);
  }
  const found: WordCase[] = [];
  for (const known of spellings.values()) {
    const list = [...known.values()];
    for (const [at, x] of list.entries()) for (const y of list.slice(at + 1)) found.push({ x, y });
  }
  return found;
}
