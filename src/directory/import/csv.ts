import { CsvError, type Info, parse } from 'csv-parse/sync';
import { decode } from './decode.ts';
import { withoutGuard } from './formula-guard.ts';
import { type RowError, rowError } from './row-error.ts';

export interface RawRow {
  line: number;
  cells: Record<string, string>;
  /** The row does not fit as a whole; its id still proves that the record did not vanish. */
  broken?: boolean;
}
/** One file's rows as text; `errors` of the file itself make the rest unreliable. */
export interface RawTable {
  file: string;
  headers: string[];
  rows: RawRow[];
  /** Where a column of ours came from, when a mapping renamed it. */
  origin?: Record<string, string>;
  /** The file's own id behind each UUID made from it. */
  originals?: Map<string, string>;
  rowErrors: RowError[];
  fileErrors: RowError[];
  /** What it was read as, when that is not UTF-8. */
  encoding?: string;
}

const newlines = (text: string): number => text.split('\n').length - 1;

/** Reads a CSV with its line numbers; `;` and tabs are understood where the first line has no comma (French spreadsheets write them). */
export function readCsv(file: string, bytes: Uint8Array): RawTable {
  const table: RawTable = { file, headers: [], rows: [], rowErrors: [], fileErrors: [] };
  const decoded = decode(bytes);
  if ('badLine' in decoded) {
    table.fileErrors.push(rowError({ file, line: decoded.badLine, column: '' }, 'encoding'));
    return table;
  }
  if (decoded.encoding !== 'utf-8') table.encoding = decoded.encoding;
  const text = decoded.text.replace(/\r\n?/g, '\n');
  const firstLine = text.slice(0, text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'));
  const delimiter = firstLine.includes(',') ? ',' : ([';', '\t'].find((mark) => firstLine.includes(mark)) ?? ',');
  let records: { record: string[]; raw: string; info: Info }[];
  try {
    // csv-parse types the plain call only; with info and raw each entry is this object.
    records = parse(text, {
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    table.fileErrors.push(rowError({ file, line, column: '' }, 'csv_syntax'));
    return table;
  }
  const [head, ...body] = records;
  table.headers = head?.record.map((name) => name.trim()) ?? [];
  for (const [i, name] of table.headers.entries()) {
    if (name !== '' && table.headers.indexOf(name) !== i)
      table.fileErrors.push(rowError({ file, line: 1, column: name }, 'column_twice', name));
  }
  for (const { record, raw, info } of body) {
    const line = info.lines - newlines(raw.replace(/^\n+|\n$/g, ''));
    if (record.every((cell) => cell.trim() === '')) continue;
    const broken = record.length !== table.headers.length;
    if (broken) table.rowErrors.push(rowError({ file, line, column: '' }, 'cells_count', String(record.length)));
    table.rows.push({ line, broken, cells: Object.fromEntries(table.headers.map((name, i) => [name, withoutGuard(record[i] ?? '')])) });
  }
  return table;
}
