import readWorkbook from 'read-excel-file/universal';
import type { RawTable } from './csv.ts';
import { rowError } from './row-error.ts';

/** Excel keeps a day without an hour as midnight, and an hour without a day in the year 1899 or 1900. */
function textOfDate(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T');
  if (date.getUTCFullYear() < 1901) return time.slice(0, 5);
  return time.startsWith('00:00:00') ? day : date.toISOString();
}

const textOf = (cell: unknown): string =>
  cell instanceof Date ? textOfDate(cell) : cell === null || cell === undefined ? '' : String(cell);

function tableOf(name: string, data: unknown[][]): RawTable {
  const file = `${name}.csv`;
  const headers = (data[0] ?? []).map((cell) => textOf(cell).trim());
  const table: RawTable = { file, headers, rows: [], rowErrors: [], fileErrors: [] };
  for (const [i, header] of headers.entries()) {
    if (header !== '' && headers.indexOf(header) !== i)
      table.fileErrors.push(rowError({ file, line: 1, column: header }, 'column_twice', header));
  }
  for (const [i, row] of data.entries()) {
    if (i === 0 || row.every((cell) => textOf(cell).trim() === '')) continue;
    table.rows.push({ line: i + 1, cells: Object.fromEntries(headers.map((header, c) => [header, textOf(row[c])])) });
  }
  return table;
}

/** The sheets of a workbook by their names; undefined when it is none. */
export async function readSheets(bytes: Buffer): Promise<Map<string, RawTable> | undefined> {
  try {
    const sheets = await readWorkbook(new Uint8Array(bytes).buffer);
    return new Map(sheets.map(({ sheet, data }) => [sheet.trim(), tableOf(sheet.trim(), data)]));
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
