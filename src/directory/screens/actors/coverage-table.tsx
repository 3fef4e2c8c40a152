import { useDates, useT } from '../../../workspace/language.tsx';
import type { Coverage } from '../../care/contract.ts';
import { useName } from '../named.tsx';
import { useAudiences, useNeeds } from '../terms.ts';

/** How many services answer in each commune; none is written out, not only coloured. */
export function CoverageTable({ coverage, audience }: { coverage: Coverage; audience: string }) {
  const t = useT();
  const dates = useDates();
  const nameOf = useName();
  const needs = useNeeds();
  const audiences = useAudiences();
  const order = coverage.audiences.indexOf(audience);
  // For no audience in particular: the audience best served says whether anyone is.
  const countOf = (counts: readonly number[]) => (order >= 0 ? (counts[order] ?? 0) : Math.max(0, ...counts));
  const gaps = coverage.counts.flatMap((byNeed) => byNeed.map(countOf)).filter((count) => count === 0).length;
  const who = audience ? audiences.nameOf(audience) : t('care.coverage.some_audience');
  return (
    <>
      <p role="status">{t('care.coverage.gaps', { count: gaps, name: who })}</p>
      {/* Wider than a telephone: it scrolls by itself, with the keyboard too. */}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse.
        tabIndex={0}
        aria-label={t('care.coverage.title')}
        className="relative max-w-full overflow-x-auto rounded-card border border-line bg-card print:overflow-visible"
      >
        <table className="border-collapse text-sm print:text-[7pt]">
          <caption className="sr-only">{t('care.coverage.caption', { name: who })}</caption>
          <thead>
            <tr>
              <th scope="col" className="sticky start-0 w-32 min-w-32 bg-card p-2 text-start align-bottom sm:w-48 sm:min-w-48">
                {t('care.coverage.need')}
              </th>
              {coverage.communes.map(({ code, name }) => (
                <th key={code} scope="col" className="min-w-24 p-2 text-start align-bottom print:min-w-0">
                  <bdi>{nameOf(name)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coverage.needs.map((need, row) => (
              <tr key={need} className="border-t border-line">
                <th
                  scope="row"
                  className="sticky start-0 w-32 min-w-32 bg-card p-2 text-start font-semibold sm:w-48 sm:min-w-48 print:w-auto print:min-w-0"
                >
                  {needs.nameOf(need)}
                </th>
                {coverage.communes.map(({ code }, column) => {
                  const count = countOf(coverage.counts[column]?.[row] ?? []);
                  return (
                    <td key={code} className={`p-2 tabular-nums ${count === 0 ? 'bg-bad-soft font-semibold text-bad' : ''}`}>
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
