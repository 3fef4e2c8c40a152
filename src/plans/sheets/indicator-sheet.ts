import type { Sheet, SheetCell } from '../../directory/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Indicator, Plan } from '../contract.ts';
import { type ValuePart, valueParts } from '../lists.ts';
import { type PaperLanguage, speakerOf } from '../papers/speak.ts';
import { rowsOf, type SheetColumn, toldColumns } from './columns.ts';

/** An indicator of everybody, or of one group counted apart. */
interface Line {
  project: string;
  number: number;
  indicator: Indicator;
  part: ValuePart;
}

/** Indicators with where they began, what is aimed at and what was reached, year by year. */
export function indicatorSheet(plan: Plan, t: Translate, language: PaperLanguage): Sheet {
  const { say } = speakerOf(t, language);
  const lines = plan.projects.flatMap((project, i) =>
    project.indicators.flatMap((indicator): Line[] =>
      valueParts
        .filter((part) => part === '' || indicator.values.some((v) => v.part === part))
        .map((part) => ({ project: say(project.title), number: i + 1, indicator, part })),
    ),
  );
  const years = [...new Set([...plan.years, ...lines.flatMap((l) => l.indicator.values.map((v) => v.year))])].sort((a, b) => a - b);
  const heading = (key: string): string => t(`plans.sheet.${key}`);
  const told = (key: string, width: number, words: Parameters<typeof toldColumns<Line>>[5]): SheetColumn<Line>[] =>
    toldColumns(t, language, heading(key), width, lines, words);
  const plain = (key: string, width: number, cell: (line: Line) => SheetCell): SheetColumn<Line> => ({
    heading: heading(key),
    width,
    cell,
  });
  const columns = [
    plain('number', 5, (l) => l.number),
    plain('project', 40, (l) => l.project),
    ...told('indicator', 40, (l) => l.indicator.name),
    ...told('unit', 15, (l) => l.indicator.unit),
    plain('baseline', 11, (l) => l.indicator.baseline ?? ''),
    plain('baselineYear', 11, (l) => l.indicator.baselineYear ?? ''),
    plain('target', 11, (l) => l.indicator.target ?? ''),
    plain('targetYear', 11, (l) => l.indicator.targetYear ?? ''),
    ...told('foundBy', 25, (l) => l.indicator.source),
    ...told('formula', 25, (l) => l.indicator.formula),
    plain('by', 18, (l) => l.indicator.disaggregation.map((by) => t(`plans.word.by.${by}`)).join(' ; ')),
    plain('part', 18, (l) => (l.part === '' ? t('plans.sheet.everybody') : t(`plans.word.part.${l.part}`))),
  ];
  const head = [...columns.map((c) => c.heading), ...years.map(String)];
  return {
    name: t('plans.sheet.indicators'),
    isRightToLeft: language === 'ar',
    widths: [...columns.map((c) => c.width), ...years.map(() => 12)],
    still: { rows: 3, columns: 2 },
    rows: rowsOf([
      [{ value: say(plan.title), look: 'head' }, '', say(plan.commune.name)],
      [t('plans.sheet.hint.indicators')],
      head.map((value): SheetCell => ({ value, look: 'head' })),
      ...lines.map((line, i) => [
        ...columns.map((column) => column.cell(line, i)),
        ...years.map((year) => line.indicator.values.find((v) => v.year === year && v.part === line.part)?.value ?? ''),
      ]),
    ]),
  };
}
