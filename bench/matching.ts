import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keys, recordKeys, recordThreshold, score, scoreRecords, threshold } from '../src/people/matching/index.ts';
import { bestThreshold, f1At, type Judged, kindsOf, meanF1, precisionAtRecall } from '../src/people/matching/training/figures.ts';
import {
  haveNames,
  type LabelledPair,
  namesFolder,
  readFebrl,
  readHistorical,
  readPairs,
} from '../src/people/matching/training/read-data.ts';
import { candidates, truePairs } from '../src/people/matching/training/record-pairs.ts';
import { openDatabases } from '../src/platform/database/open.ts';
import { isHeldOut, judgeHeldOut, judgeOfRecords } from './matching/held-out.ts';
import { blockingOf, candidatesAmong, likenessOfFields } from './matching/measures.ts';
import { inventPeople } from './matching/people.ts';
import { metaphoneKeys, plainLikeness, rivalScores } from './matching/rivals.ts';
import type { BenchRow } from './row.ts';

const thresholds = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
/** A line of shares, in per cent. */
const row = (name: string, ours: number, rival: BenchRow['rival'], atLeast: number): BenchRow => ({
  name,
  unit: '%',
  ours: ours * 100,
  rival: { name: rival.name, value: rival.value * 100 },
  limit: `at least ${+(atLeast * 100).toFixed(1)} %`,
  holds: ours >= atLeast,
});
const rounded = (n: number): string => n.toFixed(3);

async function askRivals(pairs: LabelledPair[]): Promise<Record<string, Judged[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const databases = await openDatabases({ dataDir: folder, databaseUrl: undefined }, ['fsync=off']);
  try {
    const scores = await databases.asOwner((owner) => rivalScores(pairs, owner));
    return Object.fromEntries(
      Object.entries(scores).map(([name, of]) => [name, pairs.map(({ kind, same }, i) => ({ kind, same, score: of[i] ?? 0 }))]),
    );
  } finally {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names: F1 by kind, each rival at the one threshold that suits it best. */
async function benchNames(pairs: LabelledPair[]): Promise<BenchRow[]> {
  const ours = judgeHeldOut();
  const shipped = pairs.map(({ left, right, same, kind }): Judged => ({ kind, same, score: score(left, right) }));
  const rivals = Object.entries(await askRivals(pairs)).map(([name, judged]) => ({ name, judged, at: bestThreshold(judged, thresholds) }));
  const of = (kind: string, judged: Judged[]): Judged[] => judged.filter((j) => j.kind === kind);
  const columns = [{ name: 'held out', judged: ours, at: threshold }, { name: 'shipped, seen', judged: shipped, at: threshold }, ...rivals];
  console.log('names: F1 at one threshold (precision where recall is 0.9)');
  const figures = kindsOf(ours).map((kind) => [
    kind,
    Object.fromEntries(
      columns.map(({ name, judged, at }) => [
        name,
        `${rounded(f1At(of(kind, judged), at))} (${rounded(precisionAtRecall(of(kind, judged)))})`,
      ]),
    ),
  ]);
  const mean = ['mean', Object.fromEntries(columns.map(({ name, judged, at }) => [name, rounded(meanF1(judged, at))]))];
  console.table(Object.fromEntries([...figures, mean]));

  const strongest = rivals.reduce((a, b) => (meanF1(b.judged, b.at) > meanF1(a.judged, a.at) ? b : a));
  const moroccan = 'ar-latin-full-maroc';
  return [
    row(
      'names, mean F1 over kinds, held out',
      meanF1(ours, threshold),
      { name: strongest.name, value: meanF1(strongest.judged, strongest.at) },
      0.92,
    ),
    row(
      'names, F1 of Moroccan full names, held out',
      f1At(of(moroccan, ours), threshold),
      { name: strongest.name, value: f1At(of(moroccan, strongest.judged), strongest.at) },
      0.98,
    ),
  ];
}

/** Keys: how many of the same pairs they bring together, and how many of all pairs they spare. */
function benchKeys(pairs: LabelledPair[]): BenchRow[] {
  const [ours, rival] = [blockingOf(pairs, keys), blockingOf(pairs, metaphoneKeys)];
  const name = 'any-ascii + double metaphone';
  return [
    row('name keys, share of same pairs found', ours.completeness, { name, value: rival.completeness }, 0.97),
    row('name keys, share of all pairs spared', ours.reduction, { name, value: rival.reduction }, 0.97),
  ];
}

/** Records: F1 over all true pairs, found by key or not. */
function benchRecords(): BenchRow[] {
  const sources = [readFebrl(), readHistorical()];
  const judge = judgeOfRecords(sources);
  const limits = [0.995, 0.88];
  return sources.flatMap((all, i) => {
    const records = all.filter(isHeldOut);
    const true_ = truePairs(records);
    const found = candidates(records).flatMap(({ a, b, same }) => {
      const [x, y] = [records[a], records[b]];
      return x && y ? [{ x, y, same }] : [];
    });
    const f1 = (judged: { same: boolean; score: number }[], at: number): number => {
      const said = judged.filter((j) => j.score >= at);
      return (2 * said.filter((j) => j.same).length) / (said.length + true_);
    };
    const heldOut = found.map(({ x, y, same }) => ({ same, score: judge(x, y) }));
    const shipped = found.map(({ x, y, same }) => ({ same, score: scoreRecords(x.record, y.record) }));
    const fields = found.map(({ x, y, same }) => ({ same, score: likenessOfFields(x.record, y.record) }));
    const best = Math.max(...thresholds.map((t) => f1(fields, t)));
    const source = ['febrl3', 'historical50k'][i] ?? '';
    const completeness = found.filter(({ same }) => same).length / true_;
    console.log(
      `${source}: ${records.length} records held out, ${found.length} candidates, ${rounded(completeness)} of the true pairs among them, F1 of the shipped weights ${rounded(f1(shipped, recordThreshold))}`,
    );
    return row(
      `records of ${source}, F1, held out`,
      f1(heldOut, recordThreshold),
      { name: 'Jaro-Winkler, mean of fields, same candidates', value: best },
      limits[i] ?? 1,
    );
  });
}

/** How many of a million Moroccans a comparison must look at. */
function benchMillion(): BenchRow[] {
  const people = inventPeople(200_000);
  const full = people.map(({ given, family }) => `${given} ${family}`);
  const per = 1_000_000 / people.length;
  const most = 200;
  const measure = (name: string, keysOf: (i: number) => string[]): BenchRow => {
    const ours = candidatesAmong(people.length, keysOf) * per;
    const rival = candidatesAmong(people.length, (i) => metaphoneKeys(full[i] ?? '')) * per;
    return {
      name,
      unit: '',
      ours,
      rival: { name: 'any-ascii + double metaphone', value: rival },
      limit: `at most ${most}`,
      holds: ours <= most,
    };
  };
  return [
    measure('candidates among a million by name, median', (i) => keys(full[i] ?? '')),
    measure('candidates among a million by record, median', (i) => (people[i] ? recordKeys(people[i]) : [])),
  ];
}

function benchSpeed(pairs: LabelledPair[]): BenchRow[] {
  const perSecond = (compare: (a: string, b: string) => number): number => {
    for (const { left, right } of pairs.slice(0, 3000)) compare(left, right);
    const { user } = process.cpuUsage();
    for (const { left, right } of pairs) compare(left, right);
    return (pairs.length / (process.cpuUsage().user - user)) * 1e6;
  };
  const [ours, rival, least] = [perSecond(score), perSecond(plainLikeness), 30_000];
  return [
    {
      name: 'names compared a second of one processor',
      unit: '',
      ours,
      rival: { name: 'any-ascii + Jaro-Winkler', value: rival },
      limit: `at least ${least}`,
      holds: ours >= least,
    },
  ];
}

/** How well and how fast names and records of people are matched, on published pairs and records that are no part of the project. */
export async function benchMatching(): Promise<BenchRow[]> {
  if (!haveNames()) {
    console.log(`No names to measure with in ${namesFolder}; NAMES_DATA says where they are.`);
    return [];
  }
  const pairs = readPairs();
  return [...(await benchNames(pairs)), ...benchKeys(pairs), ...benchRecords(), ...benchMillion(), ...benchSpeed(pairs)];
}

if (process.argv[1] === import.meta.filename) console.table(await benchMatching());
