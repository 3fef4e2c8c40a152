import { type Counted, type Published, suppress, suppressParts } from '../suppression.ts';
import { type Dimension, dimensions, type Figure, type MonthRow, type MonthTable, type Period, periods } from './contract.ts';

/** A figure as it is counted, before anything is hidden. */
export interface CountedRow {
  period: Period;
  dimension: Dimension;
  value: string;
  count: number;
  people: number | null;
  name: { fr: string; ar: string } | null;
}
/** A median in days, and how many cases stand behind it. */
export interface Median {
  period: Period;
  value: 'first_action' | 'closure';
  days: number | null;
  cases: number;
}

/** Tables whose first figure is the whole and the others some of its parts. */
const wholes: Partial<Record<Dimension, string>> = { visits: 'all', referral: 'sent' };

/** One table of one period; figures that are no parts of anything are judged each alone. */
function publishTable(dimension: Dimension, rows: readonly Counted[], threshold: number): Published[] {
  if (dimension === 'cases') return rows.flatMap((row) => suppress([row], threshold));
  const whole = rows.find(({ value }) => value === wholes[dimension]);
  if (!whole) return suppress(rows, threshold);
  return suppressParts(
    whole,
    rows.filter((row) => row !== whole),
    threshold,
  );
}

/**
 * The tables of a month as the council may read them. Each table of each period is published by itself (suppression.ts).
 * Reasons are parts of the ending "not receivable": where that is hidden they are too, or their sum would tell it.
 */
export function publishMonth(counted: readonly CountedRow[], medians: readonly Median[], threshold: number): MonthTable[] {
  const shown = new Map<string, Figure>();
  const key = (period: Period, dimension: Dimension, value: string): string => [period, dimension, value].join(' ');
  for (const period of periods)
    for (const dimension of dimensions) {
      const rows = counted.filter((r) => r.period === period && r.dimension === dimension);
      const hidesAll = dimension === 'not_receivable' && shown.get(key(period, 'ending', 'not_receivable')) === null;
      for (const { value, count } of publishTable(dimension, rows, threshold))
        shown.set(key(period, dimension, value), hidesAll ? null : count);
    }
  const rowOf = (dimension: Dimension, value: string): MonthRow => {
    const current = counted.find((r) => r.period === 'current' && r.dimension === dimension && r.value === value);
    const named = counted.find((r) => r.dimension === dimension && r.value === value && r.name)?.name;
    const figureOf = (period: Period): Figure => {
      const figure = shown.get(key(period, dimension, value));
      return figure === undefined ? 0 : figure;
    };
    const hasPeople = counted.some((r) => r.dimension === dimension && r.people !== null);
    return {
      value,
      ...(named ? { name: named } : {}),
      ...(hasPeople ? { people: figureOf('current') === null ? null : (current?.people ?? 0) } : {}),
      figures: { current: figureOf('current'), previous: figureOf('previous'), last_year: figureOf('last_year') },
    };
  };
  const tables = dimensions
    .filter((d) => d !== 'delay')
    .map((dimension): MonthTable => {
      const values = [...new Set(counted.filter((r) => r.dimension === dimension).map((r) => r.value))];
      const rows = values.map((value) => rowOf(dimension, value));
      return {
        dimension,
        rows: rows.sort((a, b) => (b.figures.current ?? 0) - (a.figures.current ?? 0) || a.value.localeCompare(b.value)),
      };
    });
  const delay = publishMedians(medians, threshold);
  const at = tables.findIndex((t) => t.dimension === 'referral');
  return [...tables.slice(0, at), ...delay, ...tables.slice(at)].filter((t) => t.rows.length > 0);
}

/** A median of few cases is close to one case's own. */
function publishMedians(medians: readonly Median[], threshold: number): MonthTable[] {
  const figureOf = (period: Period, value: string): Figure => {
    const found = medians.find((m) => m.period === period && m.value === value);
    return found && found.cases >= threshold ? found.days : null;
  };
  const rows = (['first_action', 'closure'] as const)
    .filter((value) => medians.some((m) => m.value === value && m.cases > 0))
    .map((value): MonthRow => {
      const figures = {
        current: figureOf('current', value),
        previous: figureOf('previous', value),
        last_year: figureOf('last_year', value),
      };
      return { value, figures };
    });
  return [{ dimension: 'delay', rows }];
}
