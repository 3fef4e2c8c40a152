import { type Read, readRecord } from '../record.ts';
import { keysOfRecord } from '../record-keys.ts';
import type { LabelledRecord } from './read-data.ts';

export interface RecordPair {
  a: number;
  b: number;
  same: boolean;
}

/** Pairs of records that share a key; a key that more than `most` records share is no help. */
export function candidates(
  records: readonly LabelledRecord[],
  read: readonly Read[] = records.map(({ record }) => readRecord(record)),
  most = 2000,
): RecordPair[] {
  const byKey = new Map<string, number[]>();
  for (const [i, r] of read.entries()) {
    for (const key of keysOfRecord(r)) byKey.get(key)?.push(i) ?? byKey.set(key, [i]);
  }
  const seen = new Set<number>();
  const pairs: RecordPair[] = [];
  for (const list of byKey.values()) {
    if (list.length > most) continue;
    for (const [at, a] of list.entries()) {
      for (const b of list.slice(at + 1)) {
        const id = a * records.length + b;
        if (seen.has(id)) continue;
        seen.add(id);
        pairs.push({ a, b, same: records[a]?.cluster === records[b]?.cluster });
      }
    }
  }
  return pairs;
}

/** All pairs of records of one cluster, found or not. */
export function truePairs(records: readonly LabelledRecord[]): number {
  const sizes = new Map<string, number>();
  for (const { cluster } of records) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
}
