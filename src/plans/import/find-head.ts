import { isHeading } from './columns.ts';

export interface GridRow {
  line: number;
  cells: string[];
}
/** How far down titles may stand above the headings. */
const furthest = 15;
const known = (cells: readonly string[]): number => cells.filter(isHeading).length;

/** Two rows of headings as one: what stands over several columns is said of each of them. */
function joined(upper: readonly string[], lower: readonly string[]): string[] {
  let over = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const [above = '', below = ''] = [upper[i], lower[i]];
    if (above !== '') over = above;
    return below === '' ? above : `${over} ${below}`.trim();
  });
}

/** The headings of a table and the rows beneath them; undefined where nothing says what its columns are. */
export function findHead(rows: readonly GridRow[]): { headings: string[]; line: number; body: GridRow[] } | undefined {
  const tried = rows.slice(0, furthest).flatMap((row, at) => {
    const below = rows[at + 1];
    const one = { headings: row.cells, at, rows: 1 };
    // Of two rows the lower one leaves free what the upper one names, and names nothing itself that could be a thing's.
    const isSecond = below !== undefined && known(below.cells) >= 2 && known(below.cells) === below.cells.filter((c) => c !== '').length;
    return isSecond ? [one, { headings: joined(row.cells, below.cells), at, rows: 2 }] : [one];
  });
  const best = tried.toSorted((a, b) => known(b.headings) - known(a.headings) || a.rows - b.rows || a.at - b.at)[0];
  if (!best || known(best.headings) < 2) return undefined;
  return { headings: best.headings, line: rows[best.at]?.line ?? 0, body: rows.slice(best.at + best.rows) };
}
