import { compareWords, wordFeatures } from '../compare-words.ts';
import { costsFrom, type WrittenCosts } from '../costs.ts';
import { type NameModel, nameFeatures, pairWords } from '../names.ts';
import type { Trees } from '../trees.ts';
import type { Word } from '../words.ts';
import { type Case, isVowelKind, isWordCase } from './dataset.ts';
import { type Growth, growTrees } from './grow-trees.ts';
import { type Example, learnCosts } from './learn-costs.ts';

const wordGrowth: Growth = { trees: 100, leaves: 12, rate: 0.1, leafWeight: 3, ridge: 3, rows: 0.7, columns: 0.6, seed: 1 };
const nameGrowth: Growth = { trees: 80, leaves: 8, rate: 0.1, leafWeight: 3, ridge: 3, rows: 0.7, columns: 0.6, seed: 2 };

export interface NameWeights {
  costs: WrittenCosts;
  words: Trees;
  names: Trees;
}

/** Costs, then trees for words, then trees for names on top of them. */
export function trainNames(cases: readonly Case[]): NameWeights & { model: NameModel } {
  const wordCases = cases.filter(isWordCase).flatMap(({ pair, a, b }) => {
    const [x, y] = [a.words[0], b.words[0]];
    return x && y && x.script !== 'other' && y.script !== 'other' ? [{ pair, x, y }] : [];
  });
  const written = learnCosts(wordCases.filter(({ pair }) => pair.same).map(({ x, y }): Example => [x.signs, y.signs]));
  const costs = costsFrom(written);
  const features = ({ x, y }: { x: Word; y: Word }): number[] => wordFeatures(x, y, compareWords(x, y, costs));
  const words = growTrees(
    wordCases.map(features),
    wordCases.map(({ pair }) => pair.same),
    wordCases.map(({ pair }) => (isVowelKind(pair.kind) ? 0.3 : 1)),
    wordGrowth,
  );
  const model = { costs, words };
  const nameCases = cases.filter((c) => !isWordCase(c) && c.a.words.length > 0 && c.b.words.length > 0);
  const names = growTrees(
    nameCases.map(({ a, b }) => nameFeatures(a, b, pairWords(a, b, model), model)),
    nameCases.map(({ pair }) => pair.same),
    nameCases.map(() => 1),
    nameGrowth,
  );
  return { costs: written, words, names, model: { ...model, names } };
}
