import { type ReactNode, useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { useAsking } from '../../workspace/asking.ts';
import { useT } from '../../workspace/language.tsx';
import { Reading } from '../../workspace/reading.tsx';
import type { PersonRow } from '../contract.ts';

interface FinderProps {
  /** Who may not be chosen: the person one is looking for another beside. */
  without?: readonly string[];
  /** One found person, with what may be done about them. */
  children: (person: PersonRow) => ReactNode;
  /** What is said when nobody is found. */
  nobody?: ReactNode;
}

/** Finds someone the cell knows: by a name in any script and spelling, a telephone, or the reference on a slip. */
export function PersonFinder({ without = [], children, nobody }: FinderProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  // Counted in signs, as the server does: an emoji is one.
  const isEnough = [...words].length >= 2;
  const query = useAsking<{ people: PersonRow[] }>('/api/people/search', { typed: words }, isEnough);
  return (
    <div className="flex flex-col gap-4">
      <Field
        label={t('people.search')}
        hint={t('people.search.hint')}
        type="search"
        autoComplete="off"
        maxLength={120}
        value={typed}
        onChange={setTyped}
      />
      {isEnough && (
        <Reading query={query}>
          {({ people }) => {
            const found = people.filter((p) => !without.includes(p.id));
            return (
              <>
                <p role="status" className="text-sm text-quiet">
                  {t('people.found', { count: found.length })}
                </p>
                {found.length === 0 && nobody}
                <ul className="flex flex-col gap-3">
                  {found.map((person) => (
                    <li key={person.id}>{children(person)}</li>
                  ))}
                </ul>
              </>
            );
          }}
        </Reading>
      )}
    </div>
  );
}
