import type { Told } from '../contract.ts';
import type { Choices, DraftIndicator, DraftProject, Understood } from './contract-drafts.ts';
import type { ColumnField, RowProblem } from './lists.ts';
import { cellsOf, type Row, textOf, toldOf } from './read-row.ts';

/** A table on its way down, holding the project and the indicator that rows without a name of their own go on with. */
export interface Reading {
  choices: Choices;
  found: Understood;
  project: DraftProject | undefined;
  indicator: DraftIndicator | undefined;
  /** What each column of money summed up to, by its place: all of it, without what was dropped, since the last row of sums. */
  sums: Map<number, { all: number[]; kept: number[]; since: number[] }>;
}

/** Notes that a row, or a cell of it, was not understood. */
export function miss({ found }: Reading, row: Row, problem: RowProblem, heading?: string, text?: string): void {
  found.unread.push({ sheet: row.sheet, line: row.line, problem, heading: heading ?? null, text: text?.slice(0, 200) ?? null });
}
export function missCell(reading: Reading, row: Row, problem: RowProblem, field: ColumnField): void {
  const [cell] = cellsOf(row, field);
  miss(reading, row, problem, cell?.heading, cell?.text);
}

/** Words that fit; those too long are said to be, and left out. */
export function wordsOf(reading: Reading, row: Row, field: ColumnField, most: number): Told | null {
  const told = toldOf(row, field);
  if (!told || Object.values(told).every((text) => text.length <= most)) return told;
  missCell(reading, row, 'too_long', field);
  return null;
}
export function plainOf(reading: Reading, row: Row, field: ColumnField, most: number): string | null {
  const text = textOf(row, field);
  if (text.length <= most) return text || null;
  missCell(reading, row, 'too_long', field);
  return null;
}
