import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Badge } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import type { PersonView } from '../contract.ts';
import { fieldNames, personFields, useFieldWords } from './person-fields.ts';

interface PairFieldsProps {
  one: PersonView;
  other: PersonView;
  renderCases: (personId: string) => ReactNode;
}

/** What each of two records says, field by field, and what was done for each: beside each other where there is room, one under the other on a telephone. */
export function PairFields({ one, other, renderCases }: PairFieldsProps) {
  const t = useT();
  const wordsFor = useFieldWords();
  const both = [one, other] as const;
  const rows = fieldNames
    .map((field) => ({ field, values: both.map((view) => wordsFor(field, view.person)) }))
    .filter(({ values }) => values.some((v) => v !== undefined));
  return (
    <div className="flex flex-col rounded-card border border-line bg-card">
      <div className="grid gap-x-4 px-4 py-3 max-sm:hidden sm:grid-cols-[12rem_1fr_1fr] sm:px-6">
        <span />
        <h2>{t('pair.first')}</h2>
        <h2>{t('pair.second')}</h2>
      </div>
      {rows.map(({ field, values }) => {
        const differs = values[0] !== values[1] && values.every((v) => v !== undefined);
        return (
          <PairRow key={field} label={t(personFields[field])} differs={differs}>
            {values.map((value, at) =>
              value === undefined ? (
                <span key={both[at]?.person.id} className="text-quiet">
                  {t('person.unknown')}
                </span>
              ) : (
                <span key={both[at]?.person.id} dir="auto" className={differs ? 'font-semibold text-warn' : undefined}>
                  {value}
                </span>
              ),
            )}
          </PairRow>
        );
      })}
      <PairRow label={t('pair.cases')}>{both.map(({ person }) => renderCases(person.id))}</PairRow>
      <PairRow label={t('person.visits')}>
        {both.map(({ person, visits }, at) => (
          <Visits key={person.id} personId={person.id} visits={visits} at={at} />
        ))}
      </PairRow>
    </div>
  );
}

function PairRow({ label, differs = false, children }: { label: string; differs?: boolean; children: ReactNode[] }) {
  const t = useT();
  return (
    <dl className="grid gap-x-4 gap-y-1 border-t border-line px-4 py-3 max-sm:first-of-type:border-t-0 sm:grid-cols-[12rem_1fr_1fr] sm:px-6">
      <dt className="flex flex-wrap items-start gap-2 text-quiet">
        {label}
        {differs && <Badge tone="warn">{t('pair.differs')}</Badge>}
      </dt>
      {(['pair.first', 'pair.second'] as const).map((which, at) => (
        <dd key={which} className="flex min-w-0 flex-col items-start whitespace-pre-line">
          <span className="text-sm text-quiet sm:hidden">{t(which)}</span>
          {children[at]}
        </dd>
      ))}
    </dl>
  );
}

/** How often they came and when last, with the way to the record, which tells of each visit. */
function Visits({ personId, visits, at }: { personId: string; visits: PersonView['visits']; at: number }) {
  const t = useT();
  const dates = useDates();
  const [last] = visits;
  return (
    <>
      {last ? (
        <p>{t('pair.visits.count', { count: visits.length, date: dates.day(last.at) })}</p>
      ) : (
        <span className="text-quiet">{t('pair.visits.none')}</span>
      )}
      <Link to={`/people/${personId}`} className="inline-flex min-h-11 items-center text-primary underline underline-offset-4">
        {t(at === 0 ? 'pair.open_first' : 'pair.open_second')}
      </Link>
    </>
  );
}
