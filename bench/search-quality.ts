import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { openDatabases } from '../src/platform/database/open.ts';
import { keepOneLanguageEach, loadCorpus } from './quality/corpus.ts';
import { prepareRivals, rankers } from './quality/rivals.ts';
import { Judge, type QualityQuery, readQueries } from './quality/rules.ts';
import { mean, type Score, scoreOf } from './quality/score.ts';
import type { BenchRow } from './row.ts';

/** Least recall among the first ten, by kind. */
const limits: Record<string, number> = { exact: 0.95, typo: 0.9, 'cross-language': 0.85 };
const acrossLanguages = 'cross-language';

interface Line extends Score {
  ranker: string;
  query: QualityQuery;
}

/** With `writtenIn`, only what is written in another language than the question's must be found. */
async function judge(pool: Pool, judgement: Judge, queries: QualityQuery[], writtenIn?: Map<string, string>): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [ranker, rank] of Object.entries(await rankers(pool))) {
    for (const query of queries) {
      const { expected, alsoRight } = judgement.answers(query);
      for (const id of expected) {
        if (writtenIn?.get(id) === query.language) {
          expected.delete(id);
          alsoRight.add(id);
        }
      }
      if (expected.size === 0) continue;
      lines.push({ ranker, query, ...scoreOf(await rank(query.query), expected, alsoRight) });
    }
  }
  return lines;
}

const figure = (scores: readonly Score[]): string =>
  scores.length === 0 ? '' : `${mean(scores.map((s) => s.recall)).toFixed(3)} / ${mean(scores.map((s) => s.reciprocalRank)).toFixed(3)}`;

function show(lines: Line[], title: string): void {
  const kinds = [...new Set(lines.map(({ query }) => query.kind))];
  const rows = [...kinds, 'all'].map((kind) => {
    const ofKind = lines.filter(({ query }) => kind === 'all' || query.kind === kind);
    const names = [...new Set(ofKind.map((line) => line.ranker))];
    const count = ofKind.length / names.length;
    return [kind, { queries: count, ...Object.fromEntries(names.map((name) => [name, figure(ofKind.filter((l) => l.ranker === name))])) }];
  });
  console.log(`${title}: recall among the first ten / mean reciprocal rank`);
  console.table(Object.fromEntries(rows));
}

/** How well the search answers questions whose right answers are known, beside its rivals on the same texts, in one run. */
export async function benchQuality(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-bench-'));
  const databases = await openDatabases({ dataDir: folder, databaseUrl: undefined }, ['fsync=off']);
  try {
    await databases.asOwner(loadCorpus);
    await databases.asOwner(prepareRivals);
    const judgement = await Judge.read(databases.app);
    const queries = readQueries();
    const across = queries.filter(({ kind }) => kind === acrossLanguages);
    const lines = await judge(
      databases.app,
      judgement,
      queries.filter((query) => !across.includes(query)),
    );
    const writtenIn = await databases.asOwner(keepOneLanguageEach);
    await databases.asOwner(prepareRivals);
    lines.push(...(await judge(databases.app, judgement, across, writtenIn)));

    console.log(`${queries.length} questions to ${judgement.size} services`);
    for (const part of ['tuned', 'held-out']) {
      show(
        lines.filter(({ query }) => query.part === part),
        part,
      );
    }
    // Held-out questions stay unseen while the search is tuned.
    if (process.env.QUALITY_MISSES) {
      for (const { ranker, query, recall, reciprocalRank } of lines) {
        if (ranker === 'ours' && query.part === 'tuned' && (recall < 1 || reciprocalRank < 0.5))
          console.log(`${query.kind}\t${query.query}\t${query.expected}\t${recall.toFixed(2)}\t${reciprocalRank.toFixed(2)}`);
      }
    }
    return Object.entries(limits).map(([kind, limit]) => {
      const recall = (ranker: string): number =>
        mean(lines.filter((line) => line.ranker === ranker && line.query.kind === kind).map((line) => line.recall));
      const rivals = [...new Set(lines.map((line) => line.ranker))].filter((name) => name !== 'ours');
      const best = rivals.reduce((a, b) => (recall(b) > recall(a) ? b : a));
      return {
        name: `search, recall among the first ten, ${kind}`,
        unit: '',
        ours: recall('ours'),
        rival: { name: best, value: recall(best) },
        limit: `at least ${limit}`,
        holds: recall('ours') >= limit,
      };
    });
  } finally {
    await databases.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) console.table(await benchQuality());
