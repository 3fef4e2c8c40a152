import { type Sheet, writeXlsx } from '../../directory/index.ts';
import type { Figure, MonthReport } from './contract.ts';
import { type ReportLanguage, wordsOf } from './words.ts';

type Row = readonly (string | number)[];
async function* rowsOf(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

/**
 * The report as a workbook: a sheet for each table, one for all of the cell's own questions, numbers as numbers, hidden figures in words,
 * and the method beside them.
 */
export function writeMonth(report: MonthReport, language: ReportLanguage): AsyncGenerator<Uint8Array> {
  const { t, month, suppression, tables, questions, notes } = wordsOf(report, language);
  const show = (figure: Figure): string | number => figure ?? t('month.fewer');
  const sheet = (name: string, rows: readonly Row[]): Sheet => ({ name, rows: rowsOf(rows), isRightToLeft: language === 'ar' });
  const own = t('month.questions');
  const [first] = questions;
  return writeXlsx([
    ...tables.map(({ title, head, rows }) =>
      sheet(title, [[title, month], head, ...rows.map(({ label, figures }) => [label, ...figures.map(show)])]),
    ),
    // What a cell asks has names of any length, alike or not: they stand in the rows, where a sheet's name could not hold them.
    ...(first
      ? [
          sheet(own, [
            [own, month],
            [t('month.question'), ...first.head],
            ...questions.flatMap(({ title, rows }) => rows.map(({ label, figures }): Row => [title, label, ...figures.map(show)])),
          ]),
        ]
      : []),
    sheet(t('month.sheet.method'), [[report.cell[language]], [t('month.title'), month], [suppression], ...notes.map((note) => [note])]),
  ]);
}
