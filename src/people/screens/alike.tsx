import { useDeferredValue } from 'react';
import { Button } from '../../ui/button.tsx';
import { useAsking } from '../../workspace/asking.ts';
import { useT } from '../../workspace/language.tsx';
import type { Likeness, PersonRow } from '../contract.ts';
import { type PersonDraft, givenOf } from './person-draft.ts';
import { PersonLines } from './person-row.tsx';
import { Reasons } from './reasons.tsx';

interface AlikeProps {
  draft: PersonDraft;
  onChoose: (person: PersonRow) => void;
}
const few = 4;

/** While someone new is typed: who of those already known this may be. Without a network it keeps silent, and duplicates are found later. */
export function Alike({ draft, onChoose }: AlikeProps) {
  const t = useT();
  const asked = useDeferredValue(questionOf(draft));
  const { data } = useAsking<{ alike: Likeness[] }>('/api/people/alike', asked, asked.name.length >= 2);
  const alike = asked.name.length >= 2 ? (data?.alike ?? []).slice(0, few) : [];
  return (
    <>
      <p role="status" className="sr-only">
        {alike.length > 0 && t('alike.title', { count: alike.length })}
      </p>
      {alike.length > 0 && (
        <section className="flex flex-col gap-3 rounded-xl bg-warn-soft p-4 text-ink">
          <h3>{t('alike.title', { count: alike.length })}</h3>
          <ul className="flex flex-col gap-3">
            {alike.map(({ person, reasons, sure }) => (
              <li key={person.id} className="flex items-start justify-between gap-3 rounded-xl bg-card p-4 max-sm:flex-col">
                <div className="flex min-w-0 flex-col gap-1">
                  <p className="font-bold">
                    <bdi>{person.name}</bdi>
                  </p>
                  <PersonLines person={person}>
                    <Reasons reasons={reasons} />
                  </PersonLines>
                </div>
                <Button
                  className="shrink-0"
                  look={sure ? 'main' : 'second'}
                  aria-label={t('alike.choose_named', { name: person.name })}
                  onPress={() => onChoose(person)}
                >
                  {t('alike.choose')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What the server compares; a telephone not typed to its end is left out. */
function questionOf(draft: PersonDraft) {
  const { name = '', otherNames, birthDate, sex, communeCode, phone } = givenOf(draft, new Date());
  return {
    name,
    ...(otherNames ? { otherNames } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(sex ? { sex } : {}),
    ...(communeCode ? { communeCode } : {}),
    ...(phone && /^[+\d٠-٩][\d٠-٩ ().\-/]{7,}$/.test(phone) ? { phone } : {}),
  };
}
