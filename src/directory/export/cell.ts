import { withGuard } from '../import/formula-guard.ts';

/** A value of the database as the text of a cell. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.join(' | ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const quoted = (text: string): string => (/[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of CSV of cells that are guarded already. `;` stands between cells for the spreadsheets of people here: French and Arabic ones take a comma for a decimal. */
export const quotedLine = (cells: readonly string[], between: ',' | ';' = ','): string => `${cells.map(quoted).join(between)}\r\n`;
/** One line of CSV; what a spreadsheet would run as a formula is guarded. */
export const csvLine = (cells: readonly string[]): string => quotedLine(cells.map(withGuard));
