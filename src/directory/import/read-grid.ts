import { CsvError, type Info, parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/universal';
import { decode } from './decode.ts';
import { withoutGuard } from './formula-guard.ts';
import { openZip, ZipError } from './unzip.ts';

/** A table as it stands in its file, of any shape: rows of cells with the lines they stand on. */
export interface Grid {
  /** Of the sheet, where a workbook has named it. */
  name?: string;
  rows: { line: number; cells: string[] }[];
  /** What it was read as, when that is not UTF-8. */
  encoding?: string;
  /** Quotation marks stood in a cell as nobody writes them in a CSV, and were read as what the cell says. */
  looseQuotes?: boolean;
  /** Cells that are merged with others: of those the first alone has the value. */
  merged: boolean;
  /** Sheets beside those that were asked for, which are not read. */
  otherSheets: string[];
  /** Further sheets that hold anything, as many as were asked for. */
  more: { name: string; rows: Grid['rows'] }[];
}
export interface GridLimits {
  rows: number;
  columns: number;
  /** How many sheets of a workbook are read at most: the first that holds anything, where nothing says. */
  sheets?: number;
}
/** Why a table is not read; each is a translation key of whoever asks. */
export const gridProblems = [
  'file_damaged',
  'file_locked',
  'too_large',
  'encoding_unknown',
  'csv_syntax',
  'no_rows',
  'too_many_rows',
  'too_many_columns',
] as const;
export type GridProblem = (typeof gridProblems)[number];

class Unreadable extends Error {
  readonly problem: GridProblem;
  constructor(problem: GridProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Bytes that are letters of French in Windows-1252; other signs above ASCII are rare in it. */
const western = /[àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÖÙÛÜŒÆ«»’‘“”–—…°€\u00a0]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all that is not ASCII is what it looks for.
const beyondAscii = /[^\u0000-\u007f]/g;

/** What is neither UTF-8 nor Arabic and reads well as French. */
function westernOf(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1252').decode(bytes);
  const letters = text.match(western)?.length ?? 0;
  const others = text.match(beyondAscii)?.length ?? 0;
  return letters >= others * 0.9 ? text : undefined;
}

function textOf(bytes: Uint8Array): { text: string; encoding: string } {
  const decoded = decode(bytes);
  if (!('badLine' in decoded)) return decoded;
  const text = westernOf(bytes);
  if (text === undefined) throw new Unreadable('encoding_unknown');
  return { text, encoding: 'windows-1252' };
}

/** The sign between cells: the one that the first lines hold most, outside quotation marks. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 5000).replace(/"[^"\n]*"/g, '');
  const count = (mark: string): number => head.split(mark).length;
  return [';', '\t', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

type Records = { record: string[]; info: Info }[];

function recordsOf(text: string, delimiter: string, limits: GridLimits, relaxed: boolean): Records {
  // csv-parse types the plain call only; with info each entry is this object.
  return parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: relaxed,
    skip_empty_lines: true,
    // A few more than may be read, for headers and titles.
    to: limits.rows + 20,
  }) as unknown as Records;
}

/**
 * A file whose quotation marks follow no rule, read as spreadsheets read it: a mark within a cell is a mark. One that swallowed the end
 * of its cell or of its row is not read: nobody could tell what belongs where.
 */
function looseRecordsOf(text: string, delimiter: string, limits: GridLimits): Records {
  const records = recordsOf(text, delimiter, limits, true);
  const isTorn = (cell: string): boolean => cell.startsWith('"') && (cell.includes('\n') || cell.includes(delimiter));
  if (records.some(({ record }) => record.some(isTorn))) throw new Unreadable('csv_syntax');
  // The marks around a cell go, where those within it begin after them.
  return records.map(({ record, info }) => ({ info, record: record.map((cell) => cell.replace(/^"([^"]*"\S.*)"$/, '$1')) }));
}

/** By the rules of CSV; where they do not hold, as spreadsheets read it. */
function recordsAsWritten(text: string, delimiter: string, limits: GridLimits): { records: Records; isLoose: boolean } {
  for (const isLoose of [false, true]) {
    try {
      return { records: isLoose ? looseRecordsOf(text, delimiter, limits) : recordsOf(text, delimiter, limits, false), isLoose };
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
    }
  }
  throw new Unreadable('csv_syntax');
}

function readCsvGrid(bytes: Uint8Array, limits: GridLimits): Grid {
  const { text: decoded, encoding } = textOf(bytes);
  const text = decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const firstLine = text.slice(0, text.indexOf('\n') < 0 ? 200_000 : text.indexOf('\n'));
  const delimiter = delimiterOf(text);
  if (firstLine.split(delimiter).length > limits.columns) throw new Unreadable('too_many_columns');
  const { records, isLoose } = recordsAsWritten(text, delimiter, limits);
  const rows = records.map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => withoutGuard(cell).trim()) }));
  return {
    rows,
    merged: false,
    otherSheets: [],
    more: [],
    ...(isLoose ? { looseQuotes: true } : {}),
    ...(encoding === 'utf-8' ? {} : { encoding }),
  };
}

/** A day without an hour is midnight in Excel; an hour without a day is not one we read. */
const cellOf = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().replace(/T00:00:00.*$/, '') : cell === null || cell === undefined ? '' : String(cell).trim();

async function readWorkbookGrid(bytes: Buffer, limits: GridLimits): Promise<Grid> {
  let merged = false;
  try {
    // Unpacked here first, so that nothing made to fill a memory comes further.
    for (const [name, read] of openZip(bytes)) {
      const content = read();
      if (/^xl\/worksheets\//.test(name)) merged ||= Buffer.from(content).includes('<mergeCell ');
    }
  } catch (error) {
    if (error instanceof ZipError) throw new Unreadable(error.reason);
    throw error;
  }
  // By its table of contents, whole in memory as it is: read as a stream, where a part ends would have to be guessed.
  const sheets = await readWorkbook(new Uint8Array(bytes).buffer).catch(() => {
    throw new Unreadable('file_damaged');
  });
  const filled = sheets.map(({ sheet, data }) => ({
    name: sheet.trim(),
    rows: data.map((row, i) => ({ line: i + 1, cells: row.map(cellOf) })).filter(({ cells }) => cells.some((cell) => cell !== '')),
  }));
  const full = filled.filter(({ rows }) => rows.length > 0);
  const [first, ...more] = full.slice(0, limits.sheets ?? 1);
  for (const sheet of full.slice(0, limits.sheets ?? 1)) {
    if (sheet.rows.some(({ cells }) => cells.length > limits.columns)) throw new Unreadable('too_many_columns');
  }
  return {
    rows: first?.rows ?? [],
    ...(first ? { name: first.name } : {}),
    merged,
    otherSheets: full.slice(limits.sheets ?? 1).map(({ name }) => name),
    more,
  };
}

/** Reads a CSV or the first sheet of a workbook that holds anything, or says why it cannot be read. */
export async function readGrid(bytes: Buffer, format: 'csv' | 'xlsx', limits: GridLimits): Promise<Grid | GridProblem> {
  try {
    const grid = format === 'csv' ? readCsvGrid(bytes, limits) : await readWorkbookGrid(bytes, limits);
    const rows = grid.rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
    if (rows.length === 0) return 'no_rows';
    if ([{ rows }, ...grid.more].some((sheet) => sheet.rows.length > limits.rows + 10)) return 'too_many_rows';
    return { ...grid, rows };
  } catch (error) {
    if (error instanceof Unreadable) return error.problem;
    throw error;
  }
}
