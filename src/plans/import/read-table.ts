import type { Grid } from '../../directory/index.ts';
import type { GivenSheet } from './understand.ts';

/** More than any plan has; a workbook of a commune has a sheet for each part of its plan. */
export const limits = { rows: 5000, columns: 80, sheets: 12 };

/** The tables of a file by the names of their sheets, each name once; a CSV has one without a name. */
export function sheetsOf({ rows, more, name }: Grid): GivenSheet[] {
  const named = new Map<string, GivenSheet>();
  for (const sheet of [{ name: name ?? '', rows }, ...more]) {
    const own = named.has(sheet.name) ? `${sheet.name} (${named.size + 1})` : sheet.name;
    named.set(own, { name: own, rows: sheet.rows });
  }
  return [...named.values()];
}
