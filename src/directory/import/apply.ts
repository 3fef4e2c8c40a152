import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { checkAcross } from './check-links.ts';
import { checkRows } from './check-rows.ts';
import type { RawTable } from './csv.ts';
import { type Dataset, readDataset } from './dataset.ts';
import type { Note } from './note.ts';
import type { ImportReport } from './report.ts';
import type { RowError } from './row-error.ts';
import { type TableName, tables } from './tables.ts';
import { readTranslations, type TranslationFile, writeTranslations } from './translations.ts';
import { changesOf, writeDataset } from './write.ts';

export interface ImportInput {
  sourceKey: string;
  sourceName: string;
  raw: Map<TableName, RawTable[]>;
  translations: TranslationFile[];
  /** Faults of the package itself: nothing is imported. */
  errors: RowError[];
  notes: Note[];
  dryRun: boolean;
  skipBadRows: boolean;
}

const fingerprintOf = (input: ImportInput): string => {
  const hash = createHash('sha256');
  for (const raw of [...input.raw.values()].flat()) hash.update(JSON.stringify(raw.rows.map((row) => row.cells)));
  for (const { language, raw } of input.translations) hash.update(JSON.stringify([language, raw.rows.map((row) => row.cells)]));
  return hash.digest('hex');
};

const brokenRows = (data: Dataset): number => [...data.rows.values()].flat().filter((row) => row.broken).length;

/** By file and line; a fault that several rules of a mapping meet is told once. */
function inOrder(errors: RowError[]): RowError[] {
  const unique = new Map(errors.map((e) => [JSON.stringify([e.file, e.line, e.column, e.code]), e]));
  return [...unique.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** What several tables of one file tell is told once. */
const notesOf = (input: ImportInput, data: Dataset): Note[] => [
  ...new Map([...input.notes, ...data.notes].map((note) => [JSON.stringify(note), note])).values(),
];

/** One import, one transaction: everything, or (without `skipBadRows`) nothing when a row does not fit. */
export async function applyImport(owner: Client, input: ImportInput): Promise<ImportReport> {
  const data = readDataset(input.raw);
  data.errors.unshift(...input.errors);
  const report: ImportReport = {
    sourceKey: input.sourceKey,
    outcome: 'refused',
    changes: 0,
    tables: {},
    errors: data.errors,
    skippedRows: 0,
    keptEdits: 0,
    notes: notesOf(input, data),
  };
  await owner.query('begin');
  try {
    // Imports one after the other: two at once could each believe an id is free.
    await owner.query('select pg_advisory_xact_lock(727003)');
    // Links into a file that could not be read would all seem broken.
    if (input.errors.length === 0 && !data.fatal) {
      await checkRows(owner, data);
      await checkAcross(owner, data, input.sourceKey);
    }
    const translations = readTranslations(data, data.fatal || input.errors.length > 0 ? [] : input.translations);
    report.notes = notesOf(input, data);
    report.errors = inOrder(data.errors);
    if (input.errors.length > 0 || data.fatal || (data.errors.length > 0 && !input.skipBadRows)) {
      await owner.query('rollback');
      return report;
    }
    report.skippedRows = brokenRows(data);
    await owner.query(`insert into directory.source (key, name, fingerprint) values ($1, $2, '') on conflict do nothing`, [
      input.sourceKey,
      input.sourceName,
    ]);
    const counts = await writeDataset(owner, data, input.sourceKey);
    counts.set('translation', await writeTranslations(owner, data, input.sourceKey, input.translations, translations));
    report.tables = Object.fromEntries(counts);
    report.changes = [...counts.values()].reduce((sum, c) => sum + changesOf(c), 0);
    const differences = await owner.query<{ count: number }>('select count(*) from directory.difference where source_key = $1', [
      input.sourceKey,
    ]);
    report.keptEdits = differences.rows[0]?.count ?? 0;
    report.outcome = report.changes > 0 ? 'applied' : 'unchanged';
    if (report.changes > 0) {
      await owner.query('update directory.source set name = $2, fingerprint = $3, imported_at = now() where key = $1', [
        input.sourceKey,
        input.sourceName,
        fingerprintOf(input),
      ]);
      // A first load leaves the planner without figures, and what follows reads every service.
      if (report.changes > 1000 && !input.dryRun)
        await owner.query(`analyze ${tables.map((t) => `directory.${t.name}`).join(', ')}, directory.translation`);
    }
    if (input.dryRun) report.outcome = 'rehearsed';
    await owner.query(input.dryRun ? 'rollback' : 'commit');
    return report;
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    throw error;
  }
}
