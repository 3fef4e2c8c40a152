import type { Told } from '../contract.ts';
import type { DraftIndicator, DraftProject } from './contract-drafts.ts';
import { isSame } from './fold.ts';
import { readNumber, readYear } from './read-number.ts';
import { cellsOf, type Row, textOf } from './read-row.ts';
import { miss, missCell, type Reading, wordsOf } from './reading.ts';
import { disaggregationOf, partOf } from './words-known.ts';

const longest = { name: 200, unit: 100, how: 500 };
const farthest = 1e12;
const measured = (text: string): number | undefined => {
  const value = readNumber(text);
  return value !== undefined && Math.abs(value) <= farthest ? value : undefined;
};

function numberOf(reading: Reading, row: Row, field: 'baseline' | 'target'): number | null {
  const text = textOf(row, field);
  if (text === '') return null;
  const value = measured(text);
  if (value === undefined) missCell(reading, row, 'value_unread', field);
  return value ?? null;
}
const yearOf = (row: Row, field: 'baseline' | 'target'): number | null =>
  readYear(textOf(row, `${field}_year`)) ?? cellsOf(row, field)[0]?.column.year ?? null;

function begin(reading: Reading, row: Row, project: DraftProject, name: Told): DraftIndicator {
  const before = project.indicators.find((one) => isSame(one.name, name));
  if (before) return before;
  const indicator: DraftIndicator = {
    name,
    unit: wordsOf(reading, row, 'unit', longest.unit),
    baseline: numberOf(reading, row, 'baseline'),
    baselineYear: yearOf(row, 'baseline'),
    target: numberOf(reading, row, 'target'),
    targetYear: yearOf(row, 'target'),
    source: wordsOf(reading, row, 'found_by', longest.how),
    formula: wordsOf(reading, row, 'formula', longest.how),
    disaggregation: disaggregationOf(textOf(row, 'by')),
    values: [],
  };
  project.indicators.push(indicator);
  return indicator;
}

/** What a row says of an indicator; one without its name goes on with that of the row before. */
export function readIndicator(reading: Reading, row: Row, project: DraftProject): void {
  const name = wordsOf(reading, row, 'indicator', longest.name);
  if (name) reading.indicator = begin(reading, row, project, name);
  const values = cellsOf(row, 'value');
  const { indicator } = reading;
  const text = textOf(row, 'part');
  const part = text === '' ? '' : partOf(text);
  if (values.length === 0) return;
  if (!indicator) miss(reading, row, 'indicator_missing', values[0]?.heading, values[0]?.text);
  else if (part === undefined) missCell(reading, row, 'part_unknown', 'part');
  else {
    for (const { text, heading, column } of values) {
      const value = measured(text);
      const year = column.year ?? readYear(textOf(row, 'year')) ?? reading.choices.year;
      if (value === undefined) miss(reading, row, 'value_unread', heading, text);
      else if (year === undefined) miss(reading, row, 'year_missing', heading, text);
      else if (!indicator.values.some((v) => v.year === year && v.part === part)) indicator.values.push({ year, part, value });
    }
  }
}
