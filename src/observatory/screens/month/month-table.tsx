import { Card } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Figure } from '../../month/contract.ts';
import type { ReadTable } from '../../month/layout.ts';

/** One table of the month beside the two it is compared with. On a telephone the figures stand under what they count. */
export function MonthTableCard({ table: { title, head, rows } }: { table: ReadTable }) {
  const t = useT();
  const dates = useDates();
  const [first, ...heads] = head;
  const show = (figure: Figure) =>
    figure === null ? <span className="text-sm font-normal text-quiet">{t('month.fewer')}</span> : dates.number(figure);
  return (
    <Card className="mb-4 break-inside-avoid">
      <table className="w-full border-collapse max-sm:block">
        <caption className="pb-2 text-start text-lg font-bold wrap-anywhere max-sm:block">
          <bdi>{title}</bdi>
        </caption>
        <thead className="max-sm:sr-only">
          <tr>
            <th scope="col" className="py-1 pe-2 text-start align-bottom text-sm">
              {first}
            </th>
            {heads.map((name) => (
              <th key={name} scope="col" className="px-1 py-1 text-end align-bottom text-sm wrap-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map(({ value, label, figures }) => (
            <tr
              key={value}
              className={`border-t border-line max-sm:grid max-sm:gap-x-4 max-sm:py-2 ${heads.length % 2 === 0 ? 'max-sm:grid-cols-2' : ''}`}
            >
              <th
                scope="row"
                className="py-2 pe-2 text-start font-normal wrap-anywhere max-sm:col-span-full sm:min-w-28 max-sm:pb-0 max-sm:font-semibold"
              >
                <bdi>{label}</bdi>
              </th>
              {figures.map((figure, i) => (
                <td
                  key={heads[i]}
                  className={`px-1 py-2 tabular-nums max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-2 max-sm:px-0 max-sm:py-0 sm:text-end ${i === 0 ? 'font-bold' : ''}`}
                >
                  <span className="text-sm font-normal text-quiet sm:hidden">{heads[i]}</span>
                  <span className="whitespace-nowrap">{show(figure)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
