import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headTemplate, type Letterhead, printHead } from '../../desk/index.ts';
import { printable, renderPdf } from '../../platform/documents/index.ts';
import { localeOf } from '../../platform/i18n/index.ts';
import type { Figure, MonthReport } from './contract.ts';
import { methodNotes, type ReportLanguage, wordsOf } from './words.ts';

const template = `${headTemplate}\n${readFileSync(join(import.meta.dirname, 'month.typ'), 'utf8')}`;

/** What a cell's papers begin with, its logo opened. */
export interface Head {
  letterhead: Letterhead;
  logo: string | null;
}

/** The report on paper, for a council's table: the cell's own head, one table after the other, how to read them at the end. */
export function renderMonth(report: MonthReport, { letterhead, logo }: Head, language: ReportLanguage, today: Date): Promise<Uint8Array> {
  const { t, month, label } = wordsOf(report, language);
  const number = new Intl.NumberFormat(localeOf(language));
  const show = (figure: Figure | undefined): string => (figure === null || figure === undefined ? t('month.fewer') : number.format(figure));
  return renderPdf(template, {
    language,
    head: printHead(letterhead, logo),
    cell: printable(report.cell[language]),
    title: t('month.title'),
    month,
    printed: t('month.printed', { date: new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(today) }),
    suppression: t('month.suppression', { threshold: report.threshold }),
    method: { title: t('month.method'), notes: methodNotes.map((note) => t(`month.method.${note}`)) },
    tables: report.tables.map(({ dimension, rows }) => {
      const hasPeople = rows.some((row) => row.people !== undefined);
      const first = hasPeople ? t('month.visits_count') : t(dimension === 'delay' ? 'month.days' : 'month.count');
      return {
        title: t(`month.table.${dimension}`),
        head: [t('month.value'), first, ...(hasPeople ? [t('month.people')] : []), t('month.previous'), t('month.last_year')],
        rows: rows.map((row) => [
          printable(label(dimension, row)),
          show(row.figures.current),
          ...(hasPeople ? [show(row.people)] : []),
          show(row.figures.previous),
          show(row.figures.last_year),
        ]),
      };
    }),
  });
}
