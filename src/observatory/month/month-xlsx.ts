import { type Sheet, writeXlsx } from '../../directory/index.ts';
import type { Figure, MonthReport } from './contract.ts';
import { methodNotes, type ReportLanguage, wordsOf } from './words.ts';

type Row = readonly (string | number)[];
async function* rowsOf(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

/** The report as a workbook: a sheet for each table, numbers as numbers, hidden figures in words, and the method beside them. */
export function writeMonth(report: MonthReport, language: ReportLanguage): AsyncGenerator<Uint8Array> {
  const { t, month, label } = wordsOf(report, language);
  const show = (figure: Figure | undefined): string | number => figure ?? t('month.fewer');
  const tables = report.tables.map(({ dimension, rows }): Sheet => {
    const hasPeople = rows.some((row) => row.people !== undefined);
    const title = t(`month.table.${dimension}`);
    const first = hasPeople ? t('month.visits_count') : t(dimension === 'delay' ? 'month.days' : 'month.count');
    const head = [t('month.value'), first, ...(hasPeople ? [t('month.people')] : []), t('month.previous'), t('month.last_year')];
    const body = rows.map(
      (row): Row => [
        label(dimension, row),
        show(row.figures.current),
        ...(hasPeople ? [show(row.people)] : []),
        show(row.figures.previous),
        show(row.figures.last_year),
      ],
    );
    return { name: title, rows: rowsOf([[title, month], head, ...body]), isRightToLeft: language === 'ar' };
  });
  const notes = [t('month.suppression', { threshold: report.threshold }), ...methodNotes.map((note) => t(`month.method.${note}`))];
  const method: Sheet = {
    name: t('month.sheet.method'),
    rows: rowsOf([[report.cell[language]], [t('month.title'), month], ...notes.map((note) => [note])]),
    isRightToLeft: language === 'ar',
  };
  return writeXlsx([...tables, method]);
}
