import { Link } from 'react-router';
import { Badge } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import type { PersonView } from '../contract.ts';
import { fieldNames, personFields, useFieldWords } from './person-fields.ts';

/** What each of two records says, field by field: beside each other where there is room, one under the other on a telephone. */
export function PairFields({ one, other }: { one: PersonView; other: PersonView }) {
  const t = useT();
  const wordsFor = useFieldWords();
  const rows = fieldNames
    .map((field) => ({ field, values: [wordsFor(field, one.person), wordsFor(field, other.person)] as const }))
    .filter(({ values }) => values.some((v) => v !== undefined));
  return (
    <div className="flex flex-col rounded-card border border-line bg-card">
      <div className="grid gap-x-4 px-4 py-3 max-sm:hidden sm:grid-cols-[12rem_1fr_1fr] sm:px-6">
        <span />
        {[one, other].map(({ person }, at) => (
          <PersonHeading key={person.id} id={person.id} at={at} />
        ))}
      </div>
      {rows.map(({ field, values }) => {
        const differs = values[0] !== values[1];
        const isOneSilent = values.some((v) => v === undefined);
        return (
          <dl
            key={field}
            className="grid gap-x-4 gap-y-1 border-t border-line px-4 py-3 max-sm:first-of-type:border-t-0 sm:grid-cols-[12rem_1fr_1fr] sm:px-6"
          >
            <dt className="flex flex-wrap items-start gap-2 text-quiet">
              {t(personFields[field])}
              {differs && !isOneSilent && <Badge tone="warn">{t('pair.differs')}</Badge>}
            </dt>
            {values.map((value, at) => (
              <dd key={at === 0 ? one.person.id : other.person.id} className="flex flex-col items-start whitespace-pre-line">
                <span className="text-sm text-quiet sm:hidden">{t(at === 0 ? 'pair.first' : 'pair.second')}</span>
                {value === undefined ? (
                  <span className="text-quiet">{t('person.unknown')}</span>
                ) : (
                  <span dir="auto" className={differs && !isOneSilent ? 'font-semibold text-warn' : undefined}>
                    {value}
                  </span>
                )}
              </dd>
            ))}
          </dl>
        );
      })}
    </div>
  );
}

function PersonHeading({ id, at }: { id: string; at: number }) {
  const t = useT();
  return (
    <h2>
      <Link to={`/people/${id}`} className="text-primary underline-offset-4 hover:underline">
        {t(at === 0 ? 'pair.first' : 'pair.second')}
      </Link>
    </h2>
  );
}
