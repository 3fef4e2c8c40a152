import { Card } from '../../../ui/card.tsx';
import { useDates, useLanguage } from '../../../workspace/language.tsx';
import type { Figure, MonthTable } from '../../month/contract.ts';
import { familyOf } from '../../month/families.ts';

/** One table of the month beside the two it is compared with. On a telephone the figures stand under what they count. */
export function MonthTableCard({ table: { dimension, rows } }: { table: MonthTable }) {
  const { t, language } = useLanguage();
  const dates = useDates();
  const hasPeople = rows.some((row) => row.people !== undefined);
  const first = t(hasPeople ? 'month.visits_count' : dimension === 'delay' ? 'month.days' : 'month.count');
  const heads = [first, ...(hasPeople ? [t('month.people')] : []), t('month.previous'), t('month.last_year')];
  const show = (figure: Figure | undefined) =>
    figure === null || figure === undefined ? (
      <span className="text-sm font-normal whitespace-nowrap text-quiet">{t('month.fewer')}</span>
    ) : (
      dates.number(figure)
    );
  return (
    <Card className="mb-4 break-inside-avoid">
      <table className="w-full border-collapse max-sm:block">
        <caption className="pb-2 text-start text-lg font-bold max-sm:block">{t(`month.table.${dimension}`)}</caption>
        <thead className="max-sm:sr-only">
          <tr>
            <th scope="col" className="py-1 pe-2 text-start align-bottom text-sm">
              {t('month.value')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-1 py-1 text-end align-bottom text-sm wrap-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map(({ value, name, people, figures }) => (
            <tr key={value} className="border-t border-line max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-4 max-sm:py-2">
              <th scope="row" className="py-2 pe-2 text-start font-normal max-sm:col-span-2 max-sm:pb-0 max-sm:font-semibold">
                {name ? <bdi>{language === 'ar' ? name.ar : name.fr}</bdi> : t(`${familyOf[dimension]}.${value}`)}
              </th>
              {[figures.current, ...(hasPeople ? [people] : []), figures.previous, figures.last_year].map((figure, i) => (
                <td
                  key={heads[i]}
                  className={`px-1 py-2 tabular-nums max-sm:flex max-sm:justify-between max-sm:gap-2 max-sm:px-0 max-sm:py-0 sm:text-end ${i === 0 ? 'font-bold' : ''}`}
                >
                  <span className="text-sm font-normal text-quiet sm:hidden">{heads[i]}</span>
                  <span>{show(figure)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
