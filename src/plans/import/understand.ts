import { columnOf, isOfIndicators } from './columns.ts';
import type { Column } from './contract-drafts.ts';
import type { Choices, ReadSheet, Understood } from './contract-drafts.ts';
import { findHead, type GridRow } from './find-head.ts';
import { readIndicator } from './read-indicator.ts';
import { compareTotals, readMoney } from './read-money.ts';
import { readNumber } from './read-number.ts';
import { beginProject } from './read-project.ts';
import { cellsOf, type Row, textOf, toldOf } from './read-row.ts';
import { miss, type Reading } from './reading.ts';
import { isSection, isTotal } from './words-known.ts';

export interface GivenSheet {
  name: string;
  rows: GridRow[];
}
const fewSamples = 30;

/** What each column of a table holds, as people corrected it or as its heading says. */
function columnsOf(
  headings: readonly string[],
  body: readonly GridRow[],
  chosen: Readonly<Record<string, Column>> | undefined,
): ReadSheet['columns'] {
  const ofIndicators = isOfIndicators(headings);
  const columns = headings.map((heading, i) => {
    const samples = body.flatMap(({ cells }) => cells[i] || []).slice(0, fewSamples);
    return { heading, samples: samples.slice(0, 3), column: chosen?.[String(i)] ?? columnOf(heading, samples, ofIndicators) };
  });
  // The only amounts there are were called a total: they are the money.
  if (!chosen && !columns.some(({ column }) => column.field === 'money')) {
    for (const one of columns) if (one.column.field === 'total') one.column = { ...one.column, field: 'money' };
  }
  return columns;
}

/** Reads the tables of a plan as people keep them. Pure and total: of whatever comes in, it says what it did not understand. */
export function understand(sheets: readonly GivenSheet[], choices: Choices = {}): Understood {
  const found: Understood = { sheets: [], projects: [], unread: [], totals: [], unknownSources: [] };
  for (const [at, { name, rows }] of sheets.entries()) {
    const head = findHead(rows);
    const columns = head ? columnsOf(head.headings, head.body, choices.columns?.[String(at)]) : [];
    found.sheets.push({ name, headLine: head?.line ?? null, columns, rows: head?.body.length ?? 0 });
    const reading: Reading = { choices, found, project: undefined, indicator: undefined, sums: new Map() };
    for (const { line, cells } of head?.body ?? []) {
      const row = { sheet: name, line, cells: columns.map(({ heading, column }, at) => ({ text: cells[at] ?? '', heading, column, at })) };
      readRow(reading, row);
    }
  }
  return found;
}

/** A row that begins with a word for sum, names nobody's money and has amounts. */
const isSums = (row: Row, label: string): boolean =>
  textOf(row, 'source') === '' &&
  [label, textOf(row, 'title')].some(isTotal) &&
  cellsOf(row, 'money', 'total').some(({ text }) => readNumber(text, true) !== undefined);

function readRow(reading: Reading, row: Row): void {
  const filled = row.cells.filter(({ text }) => text !== '');
  const label = filled[0]?.text;
  if (label === undefined) return;
  const title = toldOf(row, 'title');
  const saysMore = cellsOf(row, 'money', 'total', 'source', 'indicator', 'part', 'value').length > 0;
  if (isSums(row, label)) compareTotals(reading, row);
  else if (filled.length === 1 && isSection(label)) miss(reading, row, 'section', undefined, label);
  else if (!title && !saysMore) miss(reading, row, 'nothing', undefined, label);
  else {
    if (title) beginProject(reading, row, title);
    const { project } = reading;
    if (project) {
      readMoney(reading, row, project);
      readIndicator(reading, row, project);
    } else if (!title) miss(reading, row, 'title_missing', undefined, label);
  }
}
