import { recordFeatures } from '../compare-records.ts';
import type { NameModel } from '../names.ts';
import { type NameRecord, readRecord } from '../record.ts';
import type { Trees } from '../trees.ts';
import { type Growth, growTrees, randomFrom } from './grow-trees.ts';
import type { LabelledRecord } from './read-data.ts';
import { candidates } from './record-pairs.ts';

const growth: Growth = { trees: 120, leaves: 16, rate: 0.1, leafWeight: 5, ridge: 3, rows: 0.5, columns: 0.6, seed: 3 };
/** So many pairs of each source at most. */
const most = 60_000;
/** Share of the pairs that are learned once more with fields missing, since other offices ask for other fields. */
const poorer = 0.25;

export function trainRecords(sources: readonly (readonly LabelledRecord[])[], model: NameModel): Trees {
  const random = randomFrom(7);
  const features: number[][] = [];
  const labels: boolean[] = [];
  for (const records of sources) {
    const pairs = candidates(records);
    const keep = Math.min(1, most / pairs.length);
    for (const { a, b, same } of pairs) {
      const [x, y] = [records[a]?.record, records[b]?.record];
      if (!x || !y || random() > keep) continue;
      features.push(recordFeatures(readRecord(x), readRecord(y), model));
      labels.push(same);
      if (random() < poorer) {
        const [p, q] = impoverish(x, y, random);
        features.push(recordFeatures(readRecord(p), readRecord(q), model));
        labels.push(same);
      }
    }
  }
  return growTrees(
    features,
    labels,
    labels.map(() => 1),
    growth,
  );
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
