import { useDates, useT } from '../../../workspace/language.tsx';
import type { Coverage } from '../../care/contract.ts';
import { useName } from '../named.tsx';
import { useAudiences, useNeeds } from '../terms.ts';

interface CoverageTableProps {
  coverage: Coverage;
  /** As it is called: on paper nothing else says it. */
  province: string;
  audience: string;
}

/** How many services answer in each commune; none is written out, not only coloured. */
export function CoverageTable({ coverage, province, audience }: CoverageTableProps) {
  const t = useT();
  const dates = useDates();
  const nameOf = useName();
  const needs = useNeeds();
  const audiences = useAudiences();
  const order = coverage.audiences.indexOf(audience);
  // For no audience in particular: the audience best served says whether anyone is.
  const countOf = (counts: readonly number[]) => (order >= 0 ? (counts[order] ?? 0) : Math.max(0, ...counts));
  const gaps = coverage.counts.flatMap((byNeed) => byNeed.map(countOf)).filter((count) => count === 0).length;
  // In the order of every other list of needs, not in that of their codes.
  const rows = needs.options.flatMap(({ value, label }) => {
    const row = coverage.needs.indexOf(value);
    return row < 0 ? [] : [{ need: value, label, row }];
  });
  const who = audience ? audiences.nameOf(audience) : t('care.coverage.some_audience');
  return (
    <>
      <p role="status">{t('care.coverage.gaps', { count: gaps, name: who })}</p>
      {/* Wider than a telephone: it scrolls by itself, with the keyboard too. */}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse.
        tabIndex={0}
        aria-label={t('care.coverage.title')}
        className="relative max-w-full overflow-x-auto rounded-card border border-line bg-card [page:wide] print:overflow-visible print:rounded-none print:border-0"
      >
        {/* A commune’s name is never cut in two: the column takes the room it needs. */}
        <table className="border-collapse text-sm [overflow-wrap:normal] print:text-[7pt]">
          <caption className="sr-only print:not-sr-only print:text-start print:font-bold">
            <bdi>{province}</bdi>
            {' · '}
            {t('care.coverage.caption', { name: who })}
          </caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky start-0 w-36 min-w-36 bg-card p-2 text-start align-bottom sm:w-48 sm:min-w-48 print:static print:min-w-0 print:p-1"
              >
                {t('care.coverage.need')}
              </th>
              {coverage.communes.map(({ code, name }) => (
                <th key={code} scope="col" className="min-w-24 p-2 text-start align-bottom print:min-w-0 print:p-1">
                  <bdi>{nameOf(name)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ need, label, row }) => (
              <tr key={need} className="border-t border-line">
                <th
                  scope="row"
                  className="sticky start-0 w-36 min-w-36 bg-card p-2 text-start font-semibold sm:w-48 sm:min-w-48 print:static print:w-auto print:min-w-0 print:p-1"
                >
                  {label}
                </th>
                {coverage.communes.map(({ code }, column) => {
                  const count = countOf(coverage.counts[column]?.[row] ?? []);
                  return (
                    <td key={code} className={`p-2 tabular-nums print:p-1 ${count === 0 ? 'bg-bad-soft font-semibold text-bad' : ''}`}>
                      {count === 0 ? t('care.coverage.gap') : dates.number(count)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
