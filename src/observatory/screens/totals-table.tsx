import { ageBands } from '../../desk/contract.ts';
import { Card } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';

const ages: readonly string[] = ageBands;

export interface Counted {
  value: string;
  /** `null`: too few to show. */
  count: number | null;
}
interface TableProps {
  title: string;
  rows: readonly Counted[];
  family: string | undefined;
}

/** The table is the content; the bar only repeats its figure for the eye. */
export function TotalsTable({ title, rows, family }: TableProps) {
  const t = useT();
  const dates = useDates();
  // Ages read in their own order; everything else comes largest first from the server.
  const inOrder = family === 'age' ? [...rows].sort((a, b) => ages.indexOf(a.value) - ages.indexOf(b.value)) : rows;
  const most = Math.max(1, ...rows.map((r) => r.count ?? 0));
  return (
    <Card className="mb-4 break-inside-avoid">
      <table className="w-full border-collapse">
        <caption className="pb-2 text-start font-bold">{title}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('totals.value')}</th>
            <th scope="col">{t('totals.count')}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map(({ value, count }) => (
            <tr key={value} className="border-t border-line">
              <th scope="row" className="py-2 pe-3 text-start font-normal">
                {family ? t(`${family}.${value}`) : <bdi>{value}</bdi>}
                {count !== null && (
                  <svg
                    aria-hidden="true"
                    viewBox="0 0 100 4"
                    preserveAspectRatio="none"
                    className="mt-1 h-1.5 w-full text-primary rtl:-scale-x-100"
                  >
                    <rect width="100" height="4" className="fill-sand" />
                    <rect width={(100 * count) / most} height="4" fill="currentColor" />
                  </svg>
                )}
              </th>
              <td className="py-2 text-end whitespace-nowrap align-top font-semibold tabular-nums">
                {count === null ? <span className="text-sm font-normal text-quiet">{t('totals.fewer')}</span> : dates.number(count)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
