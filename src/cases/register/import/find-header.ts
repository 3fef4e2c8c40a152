import { knownHeader } from './known-headers.ts';

interface Rows {
  line: number;
  cells: string[];
}
/** How far down titles may stand above the headers. */
const furthest = 10;

const known = ({ cells }: Rows): number => cells.filter((cell) => knownHeader(cell) !== undefined).length;
const filled = ({ cells }: Rows): number => cells.filter((cell) => cell !== '').length;
/** Nothing of it is a number or a date. */
const isWords = ({ cells }: Rows): boolean => cells.every((cell) => !/[\d٠-٩]{2,}/.test(cell));

/**
 * Which row holds the headers: of the first ones that which says most of what registers say, or else the first that fills its columns.
 * Two rows of headers, one under the other, are not read: which of them names a column only people know.
 */
export function findHeader(rows: readonly Rows[]): { at: number } | 'two_headers' | 'no_headers' {
  const head = rows.slice(0, furthest);
  const most = Math.max(...head.map(known));
  const widest = Math.max(...head.map(filled));
  const at = most > 0 ? head.findIndex((row) => known(row) === most) : head.findIndex((row) => filled(row) >= Math.max(2, widest * 0.6));
  const [found, below, above] = [head[at], rows[at + 1], head[at - 1]];
  if (!found || filled(found) < 2 || !isWords(found)) return 'no_headers';
  const isSecond = (row: Rows | undefined): boolean =>
    row !== undefined &&
    isWords(row) &&
    filled(row) >= 2 &&
    (known(row) >= 2 || (filled(found) < widest && filled(row) >= filled(found) && known(row) >= 1));
  return isSecond(below) || isSecond(above) ? 'two_headers' : { at };
}
