import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headTemplate, type Letterhead, printHead } from '../../desk/index.ts';
import { printable, renderPdf } from '../../platform/documents/index.ts';
import { localeOf } from '../../platform/i18n/index.ts';
import type { Figure, MonthReport } from './contract.ts';
import type { ReadTable } from './layout.ts';
import { type ReportLanguage, wordsOf } from './words.ts';

const template = `${headTemplate}\n${readFileSync(join(import.meta.dirname, 'month.typ'), 'utf8')}`;

/** What a cell's papers begin with, its logo opened. */
export interface Head {
  letterhead: Letterhead;
  logo: string | null;
}

/** What a cell typed may hold a word longer than its column: it goes on in the next line rather than over the figures. */
const inColumn = (text: string): string => printable(text).replace(/\S{30}/gu, '$&\u200B');

/** The report on paper, for a council's table: the cell's own head, one table after the other, how to read them at the end. */
export function renderMonth(report: MonthReport, { letterhead, logo }: Head, language: ReportLanguage, today: Date): Promise<Uint8Array> {
  const { t, month, suppression, tables, questions, notes } = wordsOf(report, language);
  const number = new Intl.NumberFormat(localeOf(language));
  const show = (figure: Figure): string => (figure === null ? t('month.fewer') : number.format(figure));
  const print = ({ title, head, rows }: ReadTable) => ({
    title: inColumn(title),
    head,
    rows: rows.map(({ label, figures }) => [inColumn(label), ...figures.map(show)]),
  });
  return renderPdf(template, {
    language,
    head: printHead(letterhead, logo),
    cell: printable(report.cell[language]),
    title: t('month.title'),
    month,
    printed: t('month.printed', { date: new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(today) }),
    suppression,
    method: { title: t('month.method'), notes },
    tables: tables.map(print),
    questions: { title: t('month.questions'), tables: questions.map(print) },
  });
}
