import type { Block } from './paper.ts';
import { printable } from './printable.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** A row longer than this may be parted between two pages: kept whole it could be longer than a page. In characters of its longest cell. */
export const longestWholeCell = 700;

/** A column wider than this gains nothing: its lines would be long to read. In characters. */
const widest = 44;
const longestWord = (text: string): number => Math.max(0, ...text.split(/[\s\-/]+/u).map((word) => word.length));

/** A table made even: every row, the head and the total as many cells as the longest of them. */
export function evenTable(table: Table): { head: string[]; rows: string[][]; total: string[] | undefined; numbers: ReadonlySet<number> } {
  const count = Math.max(1, table.head.length, table.total?.length ?? 0, ...table.rows.map((row) => row.length));
  const even = (row: readonly string[]): string[] => Array.from({ length: count }, (_, i) => printable(row[i] ?? ''));
  return {
    head: even(table.head),
    rows: table.rows.map(even),
    total: table.total && even(table.total),
    numbers: new Set(table.numbers ?? []),
  };
}

/** What share of the width each column gets, summing to 1: a number is never parted, words get room by how much they say. */
export function columnShares({ head, rows, total, numbers }: ReturnType<typeof evenTable>): number[] {
  const wants = head.map((title, i) => {
    const cells = [...rows, ...(total ? [total] : [])].map((row) => row[i] ?? '');
    if (numbers.has(i)) return Math.max(longestWord(title), ...cells.map((cell) => cell.length)) + 2;
    const lengths = cells.map((cell) => cell.length).sort((a, b) => a - b);
    const usual = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
    const word = Math.max(longestWord(title), ...cells.map(longestWord));
    return Math.max(4, Math.min(widest, Math.max(Math.min(word, 18), usual, title.length / 2))) + 2;
  });
  const sum = wants.reduce((a, b) => a + b, 0);
  return wants.map((want) => want / sum);
}

/** Many columns take smaller letters. In points. */
export const tableLetters = (columns: number): number => (columns <= 5 ? 9.5 : columns <= 8 ? 8.5 : 7.5);
