import { Link } from 'react-router';
import { Card } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { ImportSummary } from './answers.ts';
import { ResultBadge } from './result-badge.tsx';

/** The last imports, whatever they came from, each leading to its report. */
export function PastImports({ reports }: { reports: readonly ImportSummary[] }) {
  const t = useT();
  const dates = useDates();
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('imports.history')}</h2>
      <p className="text-quiet">{t('imports.history.text')}</p>
      <Card className="gap-0! py-1!">
        <ul>
          {reports.map(({ id, name, kind, result, finishedAt }) => {
            const date = dates.moment(finishedAt);
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2 first:border-0">
                <span className="flex min-w-0 flex-col">
                  <Link
                    to={`/directory/imports/${id}`}
                    aria-label={t('imports.see_report_named', { name, date })}
                    className="inline-flex min-h-11 items-center font-semibold wrap-anywhere text-primary underline underline-offset-4"
                  >
                    <bdi>{name}</bdi>
                  </Link>
                  <span className="text-sm text-quiet">
                    {t(`imports.kind.${kind}`)} · {date}
                  </span>
                </span>
                <ResultBadge result={result} />
              </li>
            );
          })}
        </ul>
      </Card>
    </section>
  );
}
