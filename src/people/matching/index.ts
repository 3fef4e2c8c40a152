import costs from './weights/costs.json' with { type: 'json' };
import names from './weights/names.json' with { type: 'json' };
import records from './weights/records.json' with { type: 'json' };
import words from './weights/words.json' with { type: 'json' };
import { recordFeatures } from './compare-records.ts';
import { costsFrom } from './costs.ts';
import { type Reason, reasonsFor } from './explain.ts';
import { nameKeys, nameSounds } from './keys.ts';
import { nameOdds, type NameModel } from './names.ts';
import { type NameRecord, type Read, readRecord } from './record.ts';
import { keysOfRecord } from './record-keys.ts';
import { remember } from './remember.ts';
import { logOdds, probability, treesFrom } from './trees.ts';
import { type Name, readName } from './words.ts';

export { type Reason, reasons } from './explain.ts';
export type { NameRecord } from './record.ts';

/** From here on `score` says that two names are one. */
export const threshold = 0.5;
/** From here on `scoreRecords` says that two records are one person's. */
export const recordThreshold = 0.4;

const model: NameModel = { costs: costsFrom(costs), words: treesFrom(words), names: treesFrom(names) };
const recordTrees = treesFrom(records);
const nameOf = remember<Name>(readName, 4000);
const read = (record: NameRecord): Read => readRecord(record, nameOf);

/** How likely two names, in any script, are one name: 0…1. */
export function score(a: string, b: string): number {
  const [x, y] = [nameOf(a), nameOf(b)];
  if (x.words.length === 0 || y.words.length === 0) return x.text !== '' && x.text === y.text ? 1 : 0;
  if (x.text === y.text) return 1;
  return probability(nameOdds(x, y, model));
}

/** Names that may be one share a key. */
export const keys = (name: string): string[] => nameKeys(nameOf(name));
/** What a name sounds like, word by word, to be searched by beginnings while somebody types. */
export const soundsOf = (name: string): string[] => nameSounds(nameOf(name));

/** How likely two records are one person's: 0…1. */
export function scoreRecords(a: NameRecord, b: NameRecord): number {
  return scoreRead(read(a), read(b));
}

function scoreRead(a: Read, b: Read): number {
  return probability(logOdds(recordTrees, recordFeatures(a, b, model)));
}

/** Records that may be one person's share a key. */
export const recordKeys = (record: NameRecord): string[] => keysOfRecord(read(record));

/** Why two records are alike or not, as codes for the screens. */
export const explain = (a: NameRecord, b: NameRecord): Reason[] => reasonsFor(read(a), read(b), model);
