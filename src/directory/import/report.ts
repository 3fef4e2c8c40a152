import { type Note, printNote } from './note.ts';
import type { RowError } from './row-error.ts';
import { type Counts, changesOf } from './write.ts';

export interface ImportReport {
  sourceKey: string;
  /** `refused`: nothing was written. `rehearsed`: a dry run, the figures are what would happen. */
  outcome: 'applied' | 'unchanged' | 'rehearsed' | 'refused';
  changes: number;
  tables: Record<string, Counts>;
  errors: RowError[];
  skippedRows: number;
  /** Edits made here that the source contradicts: they stay, and wait to be looked at. */
  keptEdits: number;
  notes: Note[];
}

const words = ['inserted', 'updated', 'unchanged', 'vanished', 'returned', 'removed'] as const;

/** The report as lines for a terminal; at most `limit` errors, and the count of all. */
export function printReport(report: ImportReport, limit = 50): string {
  const lines = [`source ${report.sourceKey}: ${report.outcome}, ${report.changes} changes`];
  for (const [name, counts] of Object.entries(report.tables)) {
    if (changesOf(counts) + counts.unchanged === 0) continue;
    lines.push(
      `  ${name.padEnd(20)} ${words
        .filter((w) => counts[w] > 0)
        .map((w) => `${counts[w]} ${w}`)
        .join(', ')}`,
    );
  }
  for (const note of report.notes) lines.push(`  ${printNote(note)}`);
  if (report.keptEdits > 0) lines.push(`  ${report.keptEdits} edits kept against the source: an editor decides about them`);
  if (report.skippedRows > 0) lines.push(`  ${report.skippedRows} rows skipped`);
  for (const e of report.errors.slice(0, limit)) lines.push(`${e.file}:${e.line}${e.column ? `:${e.column}` : ''} ${e.code} ${e.message}`);
  if (report.errors.length > limit) lines.push(`… and ${report.errors.length - limit} more`);
  if (report.errors.length > 0) lines.push(`${report.errors.length} errors`);
  return lines.join('\n');
}
