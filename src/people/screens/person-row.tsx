import type { ReactNode } from 'react';
import { useDates, useT } from '../../workspace/language.tsx';
import type { PersonRow } from '../contract.ts';
import { useBirthWords } from './birth-words.ts';

interface RowProps {
  person: PersonRow;
  /** What is said below, and what may be done. */
  children?: ReactNode;
}

/** A person as a list shows them: every name they go by, and what tells them from another. */
export function PersonLines({ person, children }: RowProps) {
  const t = useT();
  const dates = useDates();
  const birthWords = useBirthWords();
  const born = birthWords(person);
  const facts = [born && t('person.born', { date: born }), person.communeName].filter(Boolean);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {person.otherNames.length > 0 && (
        <p className="flex flex-wrap gap-x-2">
          {person.otherNames.map((other) => (
            <bdi key={other.name}>{other.name}</bdi>
          ))}
        </p>
      )}
      {(facts.length > 0 || person.phone) && (
        <p>
          {facts.join(' · ')}
          {person.phone && (
            <>
              {facts.length > 0 && ' · '}
              <bdi dir="ltr">{person.phone}</bdi>
            </>
          )}
        </p>
      )}
      <p className="text-sm text-quiet">
        {t('person.cases_count', { count: person.cases })}
        {person.lastSeenAt && ` · ${t('person.last_seen', { date: dates.day(person.lastSeenAt) })}`}
      </p>
      {children}
    </div>
  );
}
