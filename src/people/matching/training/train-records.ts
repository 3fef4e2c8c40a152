import { recordFeatures } from '../compare-records.ts';
import type { NameModel } from '../names.ts';
import { type NameRecord, readRecord } from '../record.ts';
import type { WrittenTrees } from '../trees.ts';
import { type Growth, growTrees, randomFrom } from './grow-trees.ts';
import type { LabelledRecord } from './read-data.ts';
import { candidates } from './record-pairs.ts';

const growth: Growth = { trees: 90, leaves: 16, rate: 0.13, leafWeight: 5, ridge: 3, rows: 0.5, columns: 0.6, seed: 3 };
/** So many pairs of each source at most. */
const most = 60_000;
/** Share of the pairs that are learned once more with fields missing, since other offices ask for other fields. */
const poorer = 0.25;
/** Share of the same pairs whose name is given to somebody born on another day: published records have few namesakes, towns have many. */
const namesakes = 0.1;
/** Shares of the same pairs that stand for somebody born on the same day, and for a twin. */
const strangers = 0.1;
const siblings = 0.02;

export function trainRecords(sources: readonly (readonly LabelledRecord[])[], model: NameModel): WrittenTrees {
  const random = randomFrom(7);
  const features: number[][] = [];
  const labels: boolean[] = [];
  const weights: number[] = [];
  for (const records of sources) {
    const pairs = candidates(records);
    const keep = Math.min(1, most / pairs.length);
    const weight = Math.max(1, most / 3 / pairs.length);
    const learn = (x: NameRecord, y: NameRecord, same: boolean): void => {
      features.push(recordFeatures(readRecord(x), readRecord(y), model));
      labels.push(same);
      weights.push(weight);
    };
    for (const { a, b, same } of pairs) {
      const [x, y] = [records[a]?.record, records[b]?.record];
      if (!x || !y || random() > keep) continue;
      learn(x, y, same);
      if (random() < poorer) learn(...impoverish(x, y, random), same);
      const other = records[Math.floor(random() * records.length)]?.record;
      if (!same || !other?.dob || !x.dob) continue;
      if (random() < namesakes) learn(...impoverish(x, namesake(y, other, x.place, random), random), false);
      if (random() < strangers) learn(...impoverish(x, born(other, x, random), random), false);
      if (random() < siblings && other.given && other.given !== y.given) learn(...impoverish(x, sibling(y, other), random), false);
    }
  }
  return growTrees(features, labels, weights, growth);
}

/** Somebody else born on the same day, perhaps in the same town. */
function born(other: NameRecord, of: NameRecord, random: () => number): NameRecord {
  return { ...other, dob: of.dob, place: random() < 0.5 ? of.place : other.place };
}

/** The twin: all the same but the given name, and perhaps the sex. */
function sibling(of: NameRecord, { given, sex }: NameRecord): NameRecord {
  return { ...of, given, sex, full: of.full ? `${given} ${of.family}` : of.full };
}

/** Somebody else of the same name, perhaps from the same town. */
function namesake(of: NameRecord, other: NameRecord, place: string, random: () => number): NameRecord {
  return { ...other, given: of.given, family: of.family, full: of.full, place: random() < 0.5 ? place : other.place };
}

/** Both records without the same fields, the name sometimes in one piece. */
function impoverish(a: NameRecord, b: NameRecord, random: () => number): [NameRecord, NameRecord] {
  const [x, y] = [{ ...a }, { ...b }];
  for (const field of ['address', 'place', 'region', 'postcode', 'occupation', 'sex'] as const)
    if (random() < 0.6) x[field] = y[field] = '';
  if (random() < 0.5) {
    for (const record of [x, y]) {
      record.full = record.full || `${record.given} ${record.family}`;
      record.given = record.family = '';
    }
  }
  return [x, y];
}
