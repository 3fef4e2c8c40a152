import { Link } from 'react-router';
import { Reference } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { Reading, useRead } from '../../workspace/reading.tsx';
import type { CaseRow } from '../contract.ts';
import { isClosed } from '../lists.ts';

/** The cases of one of two records that are compared: how many, and each in two lines with its way in. */
export function CasesBeside({ personId }: { personId: string }) {
  const t = useT();
  const dates = useDates();
  const query = useRead<{ cases: CaseRow[] }>(`/api/cases/of/${encodeURIComponent(personId)}`);
  return (
    <Reading query={query}>
      {({ cases }) => {
        const closed = cases.filter((row) => isClosed(row.status)).length;
        if (cases.length === 0) return <span className="text-quiet">{t('cases_of.none')}</span>;
        return (
          <>
            <p>
              {t('cases_of.open', { count: cases.length - closed })} · {t('cases_of.closed', { count: closed })}
            </p>
            <ul className="flex flex-col gap-2">
              {cases.map((row) => (
                <li key={row.id}>
                  <Link to={`/cases/${row.id}`} className="inline-flex min-h-9 items-center text-primary underline underline-offset-4">
                    <Reference>{row.reference}</Reference>
                  </Link>
                  <p className="text-sm text-quiet">
                    {t(`case_status.${row.status}`)} · {wordsOf(t, 'need', row.needs)} ·{' '}
                    <time dateTime={row.openedAt}>{dates.day(row.openedAt)}</time>
                  </p>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Reading>
  );
}
