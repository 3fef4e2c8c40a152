import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Client } from 'pg';
import { StartupError } from '../../platform/config.ts';
import { ImportRefused } from './import-refused.ts';
import { failureReasons, type ImportKind, type ImportReason, type ImportResult } from './lists.ts';
import type { ImportReport } from './report.ts';

/** What an import was of, as its report tells it. */
export interface Imported {
  /** Of the report. */
  id?: string;
  kind: ImportKind;
  name: string;
  /** The saved source it ran for. */
  sourceId?: string;
}

/** More rows at fault than anyone mends one by one. */
const mostErrors = 300;
const mostNotes = 100;
const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
/** A file is named as its sender named it, without where it lay on this machine. */
const fileName = (file: string): string => short(file.startsWith('/') ? basename(file) : file, 200);

/** Why an error kept an import from coming in. */
export function reasonOf(error: unknown): ImportReason {
  if (error instanceof ImportRefused) return error.reason;
  if (error instanceof StartupError) return 'file_unreadable';
  return error instanceof Error && error.name === 'AbortError' ? 'interrupted' : 'unexpected';
}
const resultOf = (reason: ImportReason | undefined): ImportResult => {
  if (reason === undefined) return 'ok';
  return failureReasons.some((failure) => failure === reason) ? 'failed' : 'refused';
};

function countsOf(tables: ImportReport['tables']) {
  const all = Object.values(tables);
  const sum = (of: (counts: (typeof all)[number]) => number): number => all.reduce((total, counts) => total + of(counts), 0);
  return {
    new_rows: sum((c) => c.inserted + c.returned),
    changed_rows: sum((c) => c.updated),
    unchanged_rows: sum((c) => c.unchanged),
    vanished_rows: sum((c) => c.vanished + c.removed),
  };
}

/** What came of an import, as a row of `directory.import_report`. */
export function reportRow(imported: Imported, startedAt: Date, outcome: ImportReport | ImportReason) {
  const report = typeof outcome === 'string' ? undefined : outcome;
  const reason = typeof outcome === 'string' ? outcome : outcome.outcome === 'refused' ? 'rows_do_not_fit' : undefined;
  return {
    id: imported.id ?? randomUUID(),
    import_source_id: imported.sourceId ?? null,
    name: short(imported.name, 300),
    kind: imported.kind,
    source_key: report?.sourceKey ?? null,
    started_at: startedAt,
    finished_at: new Date(),
    result: resultOf(reason),
    reason: reason ?? null,
    ...countsOf(report?.tables ?? {}),
    skipped_rows: report?.skippedRows ?? 0,
    kept_edits: report?.keptEdits ?? 0,
    tables: report?.tables ?? {},
    error_count: report?.errors.length ?? 0,
    errors: (report?.errors ?? []).slice(0, mostErrors).map((error) => ({
      file: fileName(error.file),
      line: error.line,
      column: short(error.column, 100),
      code: error.code,
      message: short(error.message, 300),
    })),
    notes: (report?.notes ?? []).slice(0, mostNotes).map((note) => ({ ...note, file: fileName(note.file), what: short(note.what, 300) })),
  };
}

/** Keeps what came of an import for those who look after the directory; returns whether it came in. */
export async function saveReport(
  owner: Client,
  imported: Imported,
  startedAt: Date,
  outcome: ImportReport | ImportReason,
): Promise<boolean> {
  const row = reportRow(imported, startedAt, outcome);
  const names = Object.keys(row);
  // A source that was removed meanwhile leaves its report.
  await owner.query(
    `insert into directory.import_report (${names.join(', ')})
     select ${names.map((name) => (name === 'import_source_id' ? '(select id from directory.import_source s where s.id = x.import_source_id)' : `x.${name}`)).join(', ')}
     from jsonb_populate_record(null::directory.import_report, $1) x`,
    [JSON.stringify(row)],
  );
  await owner.query(`delete from directory.import_report where finished_at < now() - interval '1 year'`);
  return row.result === 'ok';
}

/** Imports and keeps the report, also of what failed. A rehearsal leaves none. */
export async function importWithReport(owner: Client, imported: Imported, run: () => Promise<ImportReport>): Promise<ImportReport> {
  const startedAt = new Date();
  let report: ImportReport;
  try {
    report = await run();
  } catch (error) {
    await saveReport(owner, imported, startedAt, reasonOf(error));
    throw error;
  }
  if (report.outcome !== 'rehearsed') await saveReport(owner, imported, startedAt, report);
  return report;
}
