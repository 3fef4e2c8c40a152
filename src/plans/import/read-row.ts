import type { Told } from '../contract.ts';
import { spokenTexts } from '../lists.ts';
import type { Column } from './contract-drafts.ts';
import type { ColumnField } from './lists.ts';

/** A row with what each of its columns holds. */
export interface Row {
  sheet: string;
  line: number;
  cells: { text: string; heading: string; column: Column; at: number }[];
}

/** The cells of these columns that say something. */
export const cellsOf = (row: Row, ...fields: ColumnField[]): Row['cells'] =>
  row.cells.filter((cell) => cell.text !== '' && fields.includes(cell.column.field));
export const textOf = (row: Row, field: ColumnField): string => cellsOf(row, field)[0]?.text ?? '';

/** Words by the language of their column, or else by the letters they are written in. */
export function toldOf(row: Row, field: ColumnField): Told | null {
  const told: Told = {};
  for (const { text, column } of cellsOf(row, field)) {
    const language = column.language ?? (/\p{Script=Arabic}/u.test(text) ? 'ar' : 'fr');
    told[language] ??= text;
  }
  return spokenTexts.some((language) => told[language]) ? told : null;
}
