import { columnName, type Sheet, type SheetCell } from '../../directory/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Cost, Plan, Project } from '../contract.ts';
import { type MoneySource, moneySources } from '../lists.ts';
import { type PaperLanguage, speakerOf } from '../papers/speak.ts';
import { sum } from '../roll-up.ts';
import { rowsOf, type SheetColumn, toldColumns } from './columns.ts';

/** A project's money from one source; without any, a line all the same. */
interface Line {
  project: Project;
  number: number;
  source: MoneySource | null;
  costs: Cost[];
}
const linesOf = (projects: readonly Project[]): Line[] =>
  projects.flatMap((project, i): Line[] => {
    const sources = moneySources.filter((source) => project.costs.some((c) => c.source === source));
    const of = (source: MoneySource | null): Line => ({
      project,
      number: i + 1,
      source,
      costs: project.costs.filter((c) => c.source === source),
    });
    return sources.length === 0 ? [of(null)] : sources.map(of);
  });

/** Projects with their costs by source and year, sums as formulas that go on summing; what was dropped is not in the last row. */
export function costSheet(plan: Plan, t: Translate, language: PaperLanguage): Sheet {
  const { say } = speakerOf(t, language);
  const lines = linesOf(plan.projects);
  const years = [...new Set([...plan.years, ...plan.projects.flatMap((p) => p.costs.map((c) => c.year))])].sort((a, b) => a - b);
  const heading = (key: string): string => t(`plans.sheet.${key}`);
  const told = (key: string, width: number, words: Parameters<typeof toldColumns<Line>>[5]): SheetColumn<Line>[] =>
    toldColumns(t, language, heading(key), width, lines, words);
  const plain = (key: string, width: number, cell: (line: Line) => SheetCell): SheetColumn<Line> => ({
    heading: heading(key),
    width,
    cell,
  });
  const dropped = t('plans.word.status.dropped');
  const columns = [
    plain('number', 5, (l) => l.number),
    ...told('project', 40, (l) => l.project.title),
    ...told('objective', 40, (l) => l.project.objective),
    ...told('holder', 25, (l) => l.project.holderOrganization?.name ?? l.project.holder),
    ...told('partners', 25, (l) => l.project.partners),
    plain('place', 20, (l) => l.project.place ?? ''),
    plain('starts', 11, (l) => l.project.startsOn ?? ''),
    plain('ends', 11, (l) => l.project.endsOn ?? ''),
    plain('status', 12, (l) => t(`plans.word.status.${l.project.status}`)),
    plain('source', 20, (l) => (l.source ? t(`plans.word.money.${l.source}`) : '')),
  ];
  const status = columnName(columns.length - 2);
  const money = years.map((_, i) => columnName(columns.length + i));
  const [first, last] = [4, lines.length + 3];
  const amountOf = (costs: readonly Cost[], year?: number): number =>
    sum(costs.filter((c) => year === undefined || c.year === year).map((c) => c.amount));
  const lineOf = (line: Line, i: number): SheetCell[] => [
    ...columns.map((column) => column.cell(line, i)),
    ...years.map((year): SheetCell => {
      const cost = line.costs.find((c) => c.year === year);
      return cost ? { value: cost.amount, look: 'amount' } : '';
    }),
    { value: amountOf(line.costs), formula: `SUM(${money[0]}${i + first}:${money.at(-1)}${i + first})`, look: 'total' },
  ];
  const kept = lines.filter((l) => l.project.status !== 'dropped').flatMap((l) => l.costs);
  const sumOf = (column: string): string => `SUMIF(${status}${first}:${status}${last},"<>${dropped}",${column}${first}:${column}${last})`;
  const totals: SheetCell[] = [
    '',
    { value: t('plans.sheet.total'), look: 'head' },
    ...columns.slice(2).map(() => ''),
    ...years.map((year, i): SheetCell => ({ value: amountOf(kept, year), formula: sumOf(money[i] ?? ''), look: 'total' })),
    { value: amountOf(kept), formula: sumOf(columnName(columns.length + years.length)), look: 'total' },
  ];
  const head = [...columns.map((c) => c.heading), ...years.map(String), t('plans.sheet.total')];
  return {
    name: t('plans.sheet.costs'),
    isRightToLeft: language === 'ar',
    widths: [...columns.map((c) => c.width), ...years.map(() => 14), 16],
    still: { rows: 3, columns: 2 },
    rows: rowsOf([
      [{ value: say(plan.title), look: 'head' }, '', say(plan.commune.name)],
      [t('plans.sheet.hint')],
      head.map((value): SheetCell => ({ value, look: 'head' })),
      ...lines.map(lineOf),
      ...(lines.length > 0 ? [totals] : []),
    ]),
  };
}
