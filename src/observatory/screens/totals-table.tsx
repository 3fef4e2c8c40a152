import { ageBands } from '../../desk/contract.ts';
import { Card } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';

const ages: readonly string[] = ageBands;

export interface Counted {
  value: string;
  /** `null`: too few to show. */
  count: number | null;
  /** Those behind the visits; a referral is about one person and has none. */
  people?: number | null;
}
type Column = 'count' | 'visits' | 'people';
interface TableProps {
  title: string;
  rows: readonly Counted[];
  family: string | undefined;
  /** What is counted; the bar repeats the last of them. */
  columns: readonly Column[];
}
const figureOf = (row: Counted, column: Column): number | null => (column === 'people' ? (row.people ?? null) : row.count);

/** The table is the content; the bar only repeats its figure for the eye. */
export function TotalsTable({ title, rows, family, columns }: TableProps) {
  const t = useT();
  const dates = useDates();
  // Ages read in their own order; everything else comes largest first from the server.
  const inOrder = family === 'age' ? [...rows].sort((a, b) => ages.indexOf(a.value) - ages.indexOf(b.value)) : rows;
  const drawn = columns.at(-1) ?? 'count';
  const most = Math.max(1, ...rows.map((r) => figureOf(r, drawn) ?? 0));
  return (
    <Card className="mb-4 break-inside-avoid">
      <table className="w-full border-collapse">
        <caption className="pb-2 text-start font-bold">{title}</caption>
        <thead className={columns.length > 1 ? 'text-sm text-quiet' : 'sr-only'}>
          <tr>
            <th scope="col" className="text-start font-normal">
              {t('totals.value')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="ps-3 text-end font-normal whitespace-nowrap">
                {t(`totals.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder.map((row) => (
            <tr key={row.value} className="border-t border-line">
              <th scope="row" className="py-2 pe-1 text-start font-normal">
                {family ? t(`${family}.${row.value}`) : <bdi>{row.value}</bdi>}
                <Bar part={(figureOf(row, drawn) ?? 0) / most} />
              </th>
              {columns.map((column) => {
                const figure = figureOf(row, column);
                return (
                  <td key={column} className="py-2 ps-3 text-end align-top font-semibold whitespace-nowrap tabular-nums">
                    {figure === null ? <span className="text-sm font-normal text-quiet">{t('totals.fewer')}</span> : dates.number(figure)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Bar({ part }: { part: number }) {
  if (part === 0) return null;
  return (
    <svg aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" className="mt-1 h-1.5 w-full text-primary rtl:-scale-x-100">
      <rect width="100" height="4" className="fill-sand" />
      <rect width={100 * part} height="4" fill="currentColor" />
    </svg>
  );
}
