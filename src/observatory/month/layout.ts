import type { Translate } from '../../platform/i18n/index.ts';
import type { Figure, MonthReport, MonthRow } from './contract.ts';
import { familyOf } from './families.ts';

/** A table in words, as it is read. */
export interface ReadTable {
  id: string;
  title: string;
  head: string[];
  rows: { value: string; label: string; figures: Figure[] }[];
}
/** The whole report in words: the screen, the paper and the workbook show this and nothing else, so that who looks at one has seen all. */
export interface ReadMonth {
  suppression: string;
  tables: ReadTable[];
  /** One table for each of the cell's own questions. */
  questions: ReadTable[];
  notes: string[];
}

export function layOut({ tables, questions, threshold }: MonthReport, t: Translate, language: 'fr' | 'ar'): ReadMonth {
  const readTable = (id: string, title: string, family: string, unit: string, rows: readonly MonthRow[]): ReadTable => {
    const hasPeople = rows.some((row) => row.people !== undefined);
    const head = [
      'month.value',
      hasPeople ? 'month.visits_count' : unit,
      ...(hasPeople ? ['month.people'] : []),
      'month.previous',
      'month.last_year',
    ];
    return {
      id,
      title,
      head: head.map((key) => t(key)),
      rows: rows.map(({ value, name, people = null, figures: { current, previous, last_year } }) => ({
        value,
        label: name?.[language] ?? t(`${family}.${value}`),
        figures: [current, ...(hasPeople ? [people] : []), previous, last_year],
      })),
    };
  };
  const notes = ['visits', 'comparison', 'delay', 'referral', ...(questions.length > 0 ? ['questions'] : [])];
  return {
    suppression: t('month.suppression', { threshold }),
    tables: tables.map(({ dimension: d, rows }) =>
      readTable(d, t(`month.table.${d}`), familyOf[d], d === 'delay' ? 'month.days' : 'month.count', rows),
    ),
    questions: questions.map(({ id, labels, rows }) => readTable(id, labels[language], 'month.answered', 'month.count', rows)),
    notes: notes.map((note) => t(`month.method.${note}`)),
  };
}
