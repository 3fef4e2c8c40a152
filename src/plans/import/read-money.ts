import type { MoneySource } from '../lists.ts';
import { sum } from '../roll-up.ts';
import type { DraftProject } from './contract-drafts.ts';
import { fold } from './fold.ts';
import type { RowProblem } from './lists.ts';
import { readNumber, readYear } from './read-number.ts';
import { cellsOf, type Row, textOf } from './read-row.ts';
import { miss, type Reading } from './reading.ts';
import { sourceOf } from './words-known.ts';

type Cell = Row['cells'][number];
const mostAmount = 1e11;
const dirhams = (read: number, { column }: Cell): number => Math.round(read * (column.factor ?? 1) * 100) / 100;

/** Whose money the row is; 'unknown' where it names someone we do not know. */
function rowSource({ choices, found }: Reading, row: Row): MoneySource | undefined | 'unknown' {
  const text = textOf(row, 'source');
  if (text === '') return choices.source;
  const source = choices.sources?.[fold(text)] ?? sourceOf(text);
  if (source !== undefined) return source;
  if (!found.unknownSources.some((word) => fold(word) === fold(text))) found.unknownSources.push(text.slice(0, 200));
  return 'unknown';
}

/** A cell of money in dirhams; what is wrong with it is said. A dash says that there is none. */
function amountOf(reading: Reading, row: Row, cell: Cell): number | undefined {
  const read = readNumber(cell.text, true);
  const problem: RowProblem | undefined =
    read === undefined ? 'amount_unread' : read < 0 ? 'amount_negative' : dirhams(read, cell) > mostAmount ? 'amount_too_large' : undefined;
  if (read !== undefined && problem === undefined) return dirhams(read, cell);
  if (problem && !/^[-–—/.]+$/.test(cell.text)) miss(reading, row, problem, cell.heading, cell.text);
  return undefined;
}

function sumsAt({ sums }: Reading, at: number) {
  const known = sums.get(at) ?? { all: [], kept: [], since: [] };
  sums.set(at, known);
  return known;
}

function addCost(project: DraftProject, year: number, source: MoneySource, amount: number): void {
  const before = project.costs.find((cost) => cost.year === year && cost.source === source);
  if (before) before.amount = sum([before.amount, amount]);
  else project.costs.push({ year, source, amount });
}

/** What a row says of money, cell by cell; several of one source and year are summed. */
export function readMoney(reading: Reading, row: Row, project: DraftProject): void {
  const cells = cellsOf(row, 'money');
  const said = cells.some(({ column }) => !column.source) ? rowSource(reading, row) : undefined;
  const rowYear = readYear(textOf(row, 'year')) ?? reading.choices.year;
  for (const cell of cells) {
    const amount = amountOf(reading, row, cell);
    if (amount === undefined) continue;
    const { all, kept, since } = sumsAt(reading, cell.at);
    for (const amounts of project.status === 'dropped' ? [all, since] : [all, kept, since]) amounts.push(amount);
    const [year, source] = [cell.column.year ?? rowYear, cell.column.source ?? said];
    if (source === 'unknown') miss(reading, row, 'source_unknown', cell.heading, textOf(row, 'source'));
    else if (amount === 0) continue;
    else if (source === undefined) miss(reading, row, 'source_missing', cell.heading, cell.text);
    else if (year === undefined) miss(reading, row, 'year_missing', cell.heading, cell.text);
    else addCost(project, year, source, amount);
  }
}

/** A row of sums is not read; it is looked at whether it says what its columns sum up to. */
export function compareTotals(reading: Reading, row: Row): void {
  for (const cell of cellsOf(row, 'money')) {
    const read = readNumber(cell.text, true);
    if (read === undefined) continue;
    const said = dirhams(read, cell);
    const { all, kept, since } = sumsAt(reading, cell.at);
    const agrees = [all, kept, since].some((amounts) => sum(amounts) === said);
    reading.found.totals.push({ sheet: row.sheet, line: row.line, heading: cell.heading, said, summed: sum(all), agrees });
    since.length = 0;
  }
}
