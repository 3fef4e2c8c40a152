import { useT } from '../../workspace/language.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import type { CaseRow } from '../contract.ts';
import { CaseCard } from './case-card.tsx';

/** Every case of a person, for their own page. */
export function CasesOf({ personId }: { personId: string }) {
  const t = useT();
  const query = useRead<{ cases: CaseRow[] }>(`/api/cases/of/${encodeURIComponent(personId)}`);
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('cases_of.title')}</h2>
      <Reading query={query}>
        {({ cases }) =>
          cases.length === 0 ? (
            <p className="text-quiet">{t('cases_of.none')}</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {cases.map((row) => (
                <li key={row.id}>
                  <CaseCard row={row} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </section>
  );
}
