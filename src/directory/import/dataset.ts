import type { RawTable } from './csv.ts';
import { type Column, uuidPattern } from './fields.ts';
import type { Note } from './note.ts';
import { isRowErrorCode, type RowError, type RowErrorCode, rowError } from './row-error.ts';
import { parentColumns, type Table, type TableName, tables } from './tables.ts';

export interface Row {
  id: string;
  values: Record<string, unknown>;
  line: number;
  raw: RawTable;
  broken: boolean;
}
/** What the package says, checked as far as it can be without the database. */
export interface Dataset {
  rows: Map<TableName, Row[]>;
  /** Every readable id, also of broken rows: what is here did not vanish. */
  seen: Map<TableName, Set<string>>;
  errors: RowError[];
  /** A file that cannot be relied on: nothing is imported, whatever the options. */
  fatal: boolean;
  notes: Note[];
}

/** Marks a row as unusable and says why. */
export function refuse(data: Pick<Dataset, 'errors'>, row: Row, column: string, code: RowErrorCode, value = '', other = ''): void {
  row.broken = true;
  const at = { file: row.raw.file, line: row.line, column: row.raw.origin?.[column] ?? column };
  data.errors.push(rowError(at, code, row.raw.originals?.get(value) ?? value, other));
}

/** What the message quotes: the cell, or how long it is. */
export const issueValue = (code: RowErrorCode, cell = ''): string => (code === 'text_too_long' ? `${cell.length} characters` : cell);

type Read = { value: unknown } | { code: RowErrorCode };

/** Reads the cells of one column; an empty cell means the same in every row, and most cells are empty. */
function columnReader({ field }: Column): (cell: string) => Read {
  const read = (cell: string): Read => {
    const parsed = field.safeParse(cell);
    if (parsed.success) return { value: parsed.data };
    const message = parsed.error.issues[0]?.message ?? '';
    return { code: isRowErrorCode(message) ? message : 'required' };
  };
  const empty = read('');
  return (cell) => (cell === '' ? empty : read(cell));
}

function readRows(data: Dataset, table: Table, raw: RawTable): Row[] {
  const readers = Object.entries(table.columns).map(([name, column]) => [name, columnReader(column)] as const);
  return raw.rows.map(({ line, cells, broken }) => {
    const row: Row = { id: (cells.id ?? '').trim().toLowerCase(), values: {}, line, raw, broken: broken ?? false };
    for (const [name, read] of readers) {
      const cell = Object.hasOwn(cells, name) ? (cells[name] ?? '') : '';
      const found = read(cell);
      if ('value' in found) row.values[name] = found.value;
      else refuse(data, row, name, found.code, issueValue(found.code, cell));
    }
    return row;
  });
}

function hangsOnNothing(table: Table, row: Row): boolean {
  const parents = parentColumns(table);
  return parents.length > 0 && !row.broken && parents.every((name) => row.values[name] === null);
}

/** Parses every table; rows that hang only on objects we do not keep (a contact's phone) are counted, not imported. */
export function readDataset(raw: Map<TableName, RawTable[]>): Dataset {
  const data: Dataset = { rows: new Map(), seen: new Map(), errors: [], fatal: false, notes: [] };
  for (const table of tables) {
    const rows: Row[] = [];
    for (const file of raw.get(table.name) ?? []) {
      for (const error of [...file.fileErrors, ...file.rowErrors]) data.errors.push(error);
      if (file.encoding) data.notes.push({ file: file.file, code: 'encoding', what: file.encoding });
      const missing =
        file.fileErrors.length > 0 ? [] : Object.keys(table.columns).filter((c) => table.columns[c]?.required && !file.headers.includes(c));
      for (const column of missing) data.errors.push(rowError({ file: file.file, line: 1, column }, 'column_missing', column));
      if (file.fileErrors.length > 0 || missing.length > 0) {
        data.fatal = true;
        continue;
      }
      const all = readRows(data, table, file);
      const kept = all.filter((row) => !hangsOnNothing(table, row));
      if (kept.length < all.length) data.notes.push({ file: file.file, code: 'rows', what: String(all.length - kept.length) });
      const extra = file.origin ? [] : file.headers.filter((name) => name !== '' && !Object.hasOwn(table.columns, name));
      if (extra.length > 0) data.notes.push({ file: file.file, code: 'columns', what: extra.join(', ') });
      for (const row of kept) rows.push(row);
    }
    data.rows.set(table.name, rows);
    data.seen.set(table.name, new Set(rows.map((row) => row.id).filter((id) => uuidPattern.test(id))));
  }
  return data;
}

/** The rows that may be written. */
export const usable = (data: Dataset, name: TableName): Row[] => (data.rows.get(name) ?? []).filter((row) => !row.broken);
