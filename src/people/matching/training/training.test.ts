import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { costsFrom } from '../costs.ts';
import { signCount, signs } from '../signs.ts';
import { logOdds, treesFrom } from '../trees.ts';
import { readName } from '../words.ts';
import { f1At, precisionAtRecall } from './figures.ts';
import { growTrees, randomFrom } from './grow-trees.ts';
import { type Example, learnCosts } from './learn-costs.ts';
import { foldsOf } from './read-data.ts';

const signsOf = (name: string): readonly number[] => readName(name).words[0]?.signs ?? [];
const code = (name: string): number => signs.findIndex((sign) => sign.name === name);

describe('what is learned', () => {
  it('letters that stand opposite each other in the same names say so, others the contrary', () => {
    const same: Example[] = [
      ['شادي', 'chadi'],
      ['باشير', 'bachir'],
      ['راشد', 'rached'],
      ['شاكر', 'chaker'],
    ].map(([a = '', b = '']) => [signsOf(a), signsOf(b)] as const);
    const { pair } = costsFrom(learnCosts(same));
    expect(pair[code('ش') * signCount + code('ch')]).toBeGreaterThan(1);
    expect(pair[code('ش') * signCount + code('b')]).toBeLessThan(0);
    expect(pair[code('ch') * signCount + code('ش')]).toBe(pair[code('ش') * signCount + code('ch')]);
  });

  it('trees find a rule of two conditions', () => {
    const random = randomFrom(1);
    const examples = Array.from({ length: 2000 }, () => [random(), random(), random()]);
    const rule = ([a = 0, b = 0]: number[]): boolean => a > 0.4 && b < 0.7;
    const growth = { trees: 30, leaves: 6, rate: 0.3, leafWeight: 1, ridge: 1, rows: 0.8, columns: 1, seed: 1 };
    const trees = treesFrom(
      growTrees(
        examples,
        examples.map(rule),
        examples.map(() => 1),
        growth,
      ),
    );
    const asked = Array.from({ length: 500 }, () => [random(), random(), random()]);
    const right = asked.filter((e) => logOdds(trees, e) > 0 === rule(e)).length;
    expect(right / asked.length).toBeGreaterThan(0.95);
  });

  it('spellings of one name fall into one fold', () => {
    const pair = (left: string, right: string, same: boolean) => ({ left, right, same, kind: '' });
    const pairs = [pair('a', 'b', true), pair('b', 'c', true), pair('c', 'd', false)];
    for (const folds of [2, 3, 5, 8]) {
      const [ab, bc, cd] = foldsOf(pairs, folds);
      expect(new Set([ab?.left, ab?.right, bc?.left, bc?.right, cd?.left]).size).toBe(1);
    }
  });
});

describe('the figures', () => {
  const judged = [0.9, 0.8, 0.7, 0.6].map((score, i) => ({ kind: '', score, same: i !== 1 }));
  it('F1 weighs what was found against what was said', () => {
    expect(f1At(judged, 0.65)).toBeCloseTo(2 / 3);
    expect(f1At(judged, 0.5)).toBeCloseTo(6 / 7);
    expect(f1At(judged, 0.95)).toBe(0);
  });
  it('precision is taken where enough of the same are found', () => {
    expect(precisionAtRecall(judged, 0.9)).toBeCloseTo(3 / 4);
    expect(precisionAtRecall(judged, 0.3)).toBe(1);
  });
});

it('the weights hold numbers and no name', () => {
  const folder = join(import.meta.dirname, '../weights');
  for (const file of readdirSync(folder)) {
    const { pairs = '', gaps = '', base = 0, trees = [], ...rest } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    expect(rest).toEqual({});
    expect([base, ...trees].every((value) => typeof value === 'number')).toBe(true);
    expect([pairs.length, gaps.length]).toEqual(file === 'costs.json' ? [(signCount * (signCount + 1)) / 2, signCount * 2] : [0, 0]);
  }
});
