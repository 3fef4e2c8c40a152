import type { FieldFigures } from '../../desk/index.ts';
import { type Published, suppressParts } from '../suppression.ts';
import { type Figure, type MonthQuestion, type MonthRow, type Period, periods } from './contract.ts';

type Answered = Record<Period, readonly FieldFigures[]>;

/**
 * What the council may read of the cell's own questions that were answered in the month, asked still or no more. Personal and sensitive
 * answers never leave the cell, not even added up; of the others each question is published by itself (suppression.ts).
 */
export const publishQuestions = (answered: Answered, threshold: number): MonthQuestion[] =>
  answered.current
    .filter((f) => f.sensitivity === 'plain')
    .map((field) => {
      const { fr, ar } = field.labels;
      return { id: field.fieldId, labels: { fr, ar }, rows: rowsOf(field, answered, threshold) };
    });

function rowsOf({ fieldId, subject, kind }: FieldFigures, answered: Answered, threshold: number): MonthRow[] {
  const of = (period: Period): FieldFigures | undefined => answered[period].find((f) => f.fieldId === fieldId);
  const counts = periods.flatMap((period) => of(period)?.counts ?? []);
  const values = kind === 'yes_no' ? ['true', 'false'] : [...new Set(counts.map(({ value }) => value))].sort();
  const publish = (period: Period): Published[] => {
    const found = of(period);
    const countOf = (value: string): number => found?.counts.find((c) => c.value === value)?.count ?? 0;
    const parts = values.map((value) => ({ value, count: countOf(value) }));
    return suppressParts({ value: subject, count: found?.answers ?? 0 }, parts, threshold);
  };
  const shown = { current: publish('current'), previous: publish('previous'), last_year: publish('last_year') };
  const figuresAt = (i: number): MonthRow['figures'] => eachPeriod((period) => shown[period][i]?.count ?? null);
  // An aggregate of few answers is close to one of them.
  const aggregate = (value: 'sum' | 'median'): MonthRow => ({
    value,
    figures: eachPeriod((period) => {
      const found = of(period);
      return found && found.answers >= threshold ? found[value] : null;
    }),
  });
  const choices = values.map((value, i): MonthRow => {
    const labels = counts.find((c) => c.value === value)?.labels;
    // A choice is named by the cell: its key may be any word, one of ours too.
    const named = labels ? { value: `choice.${value}`, name: { fr: labels.fr, ar: labels.ar } } : { value };
    return { ...named, figures: figuresAt(i + 1) };
  });
  return [
    { value: subject, figures: figuresAt(0) },
    // By what is shown of them: an order by what is hidden would tell it.
    ...choices.sort((a, b) => (b.figures.current ?? 0) - (a.figures.current ?? 0)),
    ...(kind === 'number' ? [aggregate('sum'), aggregate('median')] : []),
  ];
}

const eachPeriod = (figure: (period: Period) => Figure): MonthRow['figures'] => ({
  current: figure('current'),
  previous: figure('previous'),
  last_year: figure('last_year'),
});
