// Learns the numbers of src/people/matching/weights/ from the published pairs and records: npx tsx scripts/train-matching.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCases } from '../src/people/matching/training/dataset.ts';
import { haveNames, namesFolder, readFebrl, readHistorical } from '../src/people/matching/training/read-data.ts';
import { trainNames } from '../src/people/matching/training/train-names.ts';
import { trainRecords } from '../src/people/matching/training/train-records.ts';

if (!haveNames()) {
  console.error(`No names to learn from in ${namesFolder}; NAMES_DATA says where they are.`);
  process.exit(1);
}
const weights = join(import.meta.dirname, '../src/people/matching/weights');
/** Lines of at most 140 signs, as the formatter would break them. */
const write = (file: string, value: object): void => writeFileSync(join(weights, `${file}.json`), `${JSON.stringify(value)}\n`);

const { model, costs, words, names } = trainNames(readCases(1));
write('costs', costs);
write('words', words);
write('names', names);
write('records', trainRecords([readFebrl(), readHistorical()], model));
