import type { Block, Paper } from '../../../platform/documents/index.ts';
import { localeOf, type Translate } from '../../../platform/i18n/index.ts';
import type { OrganizationName, Told } from '../../contract.ts';
import { wordsFor } from '../../pages/words.tsx';
import type { CommitteeReport } from './read-report.ts';

/** The committee's report as a document: figures first, then what asks for a decision, then what was done and what comes. */
export function reportPaper(report: CommitteeReport, t: Translate, language: 'fr' | 'ar'): Paper {
  const { board, today, days } = report;
  const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(localeOf(language));
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 });
  const day = (iso: string): string => short.format(new Date(iso));
  const told = (words: Told): string => wordsFor(words, language).text;
  const whose = (owner: OrganizationName | null): string => owner?.name ?? t('report.nobody');
  const share = (progress: number | null): string => (progress === null ? t('report.unknown') : percent.format(progress));
  const or = (blocks: Block[], isEmpty: boolean, none: string): Block[] =>
    isEmpty ? [{ kind: 'text', text: t(none), look: 'quiet' }] : blocks;
  const heading = (key: string): Block => ({ kind: 'heading', level: 1, text: t(key, { count: days }) });
  const { total } = board;

  return {
    language,
    title: t('report.title'),
    under: [t('report.as_of', { date: date.format(new Date(today)) })],
    footer: t('report.footer', { date: day(today) }),
    blocks: [
      heading('report.together'),
      {
        kind: 'facts',
        facts: (['underWay', 'late', 'blocked', 'stalled', 'proposed', 'done'] as const).map((figure) => ({
          name: t(`report.figure.${figure}`),
          value: number.format(total[figure]),
        })),
      },
      { kind: 'progress', label: t('report.progress'), share: total.progress, words: share(total.progress) },
      heading('report.themes'),
      ...or(
        [
          {
            kind: 'table',
            head: ['theme', 'adopted', 'taken_up', 'under_way', 'late', 'done', 'progress'].map((column) => t(`report.column.${column}`)),
            numbers: [1, 2, 3, 4, 5, 6],
            rows: board.lines.map((line) => [
              t(`thread.theme.${line.key}`),
              number.format(line.asked?.adopted ?? 0),
              number.format(line.asked?.takenUp ?? 0),
              number.format(line.underWay),
              number.format(line.late),
              number.format(line.done),
              share(line.asked ? line.asked.progress : line.progress),
            ]),
          },
        ],
        board.lines.length === 0,
        'report.none',
      ),
      heading('report.pressing'),
      ...or(
        [
          {
            kind: 'table',
            head: ['action', 'owner', 'ends', 'why', 'progress'].map((column) => t(`report.column.${column}`)),
            numbers: [4],
            rows: report.pressing.map((row) => [
              told(row.title),
              whose(row.owner),
              row.endsOn ? day(row.endsOn) : t('report.no_end'),
              row.signals.map((signal) => t(`thread.signal.${signal}`)).join(' · '),
              share(row.declaredProgress ?? row.progress),
            ]),
          },
        ],
        report.pressing.length === 0,
        'report.pressing.none',
      ),
      heading('report.untouched'),
      ...or(
        [
          {
            kind: 'table',
            head: ['recommendation', 'themes', 'owner'].map((column) => t(`report.column.${column}`)),
            rows: report.untouched.map((row) => [
              told(row.title),
              row.themes.map((theme) => t(`thread.theme.${theme}`)).join(' · '),
              whose(row.owner),
            ]),
          },
        ],
        report.untouched.length === 0,
        'report.untouched.none',
      ),
      heading('report.achieved'),
      ...or(
        [
          {
            kind: 'table',
            head: ['on', 'step', 'action', 'owner', 'proof'].map((column) => t(`report.column.${column}`)),
            rows: report.achieved.map((row) => [
              day(row.on),
              told(row.title),
              told(row.of),
              whose(row.owner),
              t(row.isProven ? 'report.proven' : 'report.unproven'),
            ]),
          },
        ],
        report.achieved.length === 0,
        'report.achieved.none',
      ),
      heading('report.coming'),
      ...or(
        [
          {
            kind: 'table',
            head: ['on', 'what', 'words', 'owner'].map((column) => t(`report.column.${column}`)),
            rows: report.agenda.coming.map((item) => [
              day(item.on),
              t(`report.kind.${item.kind}`),
              item.of ? `${told(item.title)} (${told(item.of)})` : told(item.title),
              whose(item.owner),
            ]),
          },
        ],
        report.agenda.coming.length === 0,
        'report.coming.none',
      ),
      heading('report.decisions'),
      { kind: 'text', text: t('report.decisions.text'), look: 'quiet' },
      { kind: 'table', head: ['number', 'words', 'owner', 'ends'].map((column) => t(`report.column.${column}`)), rows: blank(6) },
    ],
  };
}

/** Lines to write in by hand or in the office: what the committee decides on this report. */
const blank = (lines: number): string[][] => Array.from({ length: lines }, () => ['', '', '', '']);
