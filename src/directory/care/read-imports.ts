import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { importReportSchema, importsSchema } from './import-contract.ts';

type Imports = z.infer<typeof importsSchema>;
type Report = z.infer<typeof importReportSchema>;
type Counts = Record<'inserted' | 'returned' | 'updated' | 'unchanged' | 'vanished' | 'removed', number>;

const shown = 50;
const summary = `r.id, r.name, r.kind, r.started_at as "startedAt", r.finished_at as "finishedAt", r.result, r.reason, r.new_rows as "newRows",
  r.changed_rows as "changedRows", r.unchanged_rows as "unchangedRows", r.vanished_rows as "vanishedRows", r.skipped_rows as "skippedRows",
  r.kept_edits as "keptEdits", r.error_count as "errorCount"`;

/** The saved sources by name, each with how it went last; and the last imports, whatever they came from. */
export async function readImports(tx: PoolClient): Promise<Imports> {
  const reports = await tx.query<Imports['reports'][number]>(
    `select ${summary} from directory.import_report r order by r.finished_at desc, r.id limit ${shown}`,
  );
  const sources = await tx.query<Omit<Imports['sources'][number], 'last'>>(
    `select id, name, address, rhythm, language, active, due_at as "dueAt", active and due_at <= now() as "isDue",
       running_since as "runningSince", failures
     from directory.import_source order by name, id`,
  );
  const last = await tx.query<Imports['reports'][number] & { of: string }>(
    `select distinct on (r.import_source_id) r.import_source_id as of, ${summary} from directory.import_report r
     where r.import_source_id is not null order by r.import_source_id, r.finished_at desc`,
  );
  const lastOf = new Map(last.rows.map(({ of, ...report }) => [of, report]));
  return { sources: sources.rows.map((source) => ({ ...source, last: lastOf.get(source.id) ?? null })), reports: reports.rows };
}

type Kept = Omit<Report, 'tables'> & { tables: Record<string, Counts> };
/** What a report tells of itself. */
const told = `${summary}, r.import_source_id as "sourceId", r.tables, r.errors, r.notes`;

/** One report, with what of it still waits for an editor. */
export async function findImportReport(tx: PoolClient, id: string): Promise<Report | undefined> {
  const { rows } = await tx.query<Kept>(
    `select ${told},
       (select count(*) from directory.difference d where d.source_key = r.source_key) as differences
     from directory.import_report r where r.id = $1`,
    [id],
  );
  return rows[0] && shownReport(rows[0]);
}

/** The same of a look at a file, which no report was kept of yet. */
export async function findLook(tx: PoolClient, fileId: string): Promise<Report | undefined> {
  const { rows } = await tx.query<Kept>(
    `select ${told}, 0 as differences
     from directory.import_file f cross join lateral jsonb_populate_record(null::directory.import_report, f.report) r
     where f.id = $1 and f.report is not null`,
    [fileId],
  );
  return rows[0] && shownReport(rows[0]);
}

function shownReport(report: Kept): Report {
  const tables = Object.entries(report.tables).map(([table, c]) => ({
    table,
    newRows: c.inserted + c.returned,
    changedRows: c.updated,
    unchangedRows: c.unchanged,
    vanishedRows: c.vanished + c.removed,
  }));
  return { ...report, tables: tables.filter((t) => t.newRows + t.changedRows + t.unchangedRows + t.vanishedRows > 0) };
}

/** Sources whose imports keep failing, with why the last one did. */
export const failingImports = (failures: number): string => `
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'failures', s.failures, 'reason',
    (select r.reason from directory.import_report r where r.import_source_id = s.id order by r.finished_at desc limit 1)) order by s.name), '[]')
  from directory.import_source s where s.active and s.failures >= ${failures}`;
