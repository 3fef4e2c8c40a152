import { nameOdds } from '../../src/people/matching/names.ts';
import { readCases } from '../../src/people/matching/training/dataset.ts';
import type { Judged } from '../../src/people/matching/training/figures.ts';
import type { LabelledRecord } from '../../src/people/matching/training/read-data.ts';
import { shareOf } from '../../src/people/matching/training/read-data.ts';
import { trainNames } from '../../src/people/matching/training/train-names.ts';
import { trainRecords } from '../../src/people/matching/training/train-records.ts';
import { recordFeatures } from '../../src/people/matching/compare-records.ts';
import { readRecord } from '../../src/people/matching/record.ts';
import { logOdds, probability, treesFrom } from '../../src/people/matching/trees.ts';

const folds = 4;

/** Every pair judged by a model that has seen neither of its names. */
export function judgeHeldOut(): Judged[] {
  const cases = readCases(folds);
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const { model } = trainNames(cases.filter(({ fold: { left, right } }) => left !== fold && right !== fold));
    for (const { pair, fold: of, a, b } of cases) {
      if (of.left !== fold) continue;
      judged.push({ kind: pair.kind, same: pair.same, score: pair.left === pair.right ? 1 : probability(nameOdds(a, b, model)) });
    }
  }
  return judged;
}

/** A third of the people, by what they are called in the data; always the same ones. */
export const isHeldOut = ({ cluster }: LabelledRecord): boolean => shareOf(cluster) < 1 / 3;

/** A judge of records that has seen two thirds of the people. */
export function judgeOfRecords(sources: readonly LabelledRecord[][]): (a: LabelledRecord, b: LabelledRecord) => number {
  const { model } = trainNames(readCases(1));
  const trees = treesFrom(
    trainRecords(
      sources.map((records) => records.filter((r) => !isHeldOut(r))),
      model,
    ),
  );
  return (a, b) => probability(logOdds(trees, recordFeatures(readRecord(a.record), readRecord(b.record), model)));
}
