import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Loading } from '../../../ui/state.tsx';
import { useAsking } from '../../../workspace/asking.ts';
import { Problem } from '../../../workspace/http.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import { wordsOf } from '../../../workspace/options.ts';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import type { PersonRow } from '../../../people/contract.ts';
import type { Known } from '../../contract.ts';
import { deskTexts } from '../messages/index.ts';
import type { VisitDraft } from '../visit-draft.ts';
import { answersOfKnown, answersOfPerson } from './answers.ts';
import type { Typed } from './read-typed.ts';

interface FoundProps {
  typed: NonNullable<Typed>;
  takesFocus: boolean;
  onKnown: (answers: Partial<VisitDraft>) => void;
}

/** What the cell knows under what was typed, and the ways to go on with it. */
export default function KnownFound({ typed, ...rest }: FoundProps) {
  const t = useT();
  return (
    <RoomTexts catalogues={deskTexts} waiting={<Loading>{t('workspace.loading')}</Loading>}>
      {'reference' in typed ? <ByReference reference={typed.reference} {...rest} /> : <ByName name={typed.name} {...rest} />}
    </RoomTexts>
  );
}

function ByReference({ reference, takesFocus, onKnown }: Omit<FoundProps, 'typed'> & { reference: string }) {
  const t = useT();
  const dates = useDates();
  const query = useRead<Known>(`/api/desk/known/${reference}`);
  if (query.error instanceof Problem && query.error.status === 404) return <p role="status">{t('known.nothing', { reference })}</p>;
  return (
    <Reading query={query}>
      {(known) => (
        <Ways takesFocus={takesFocus}>
          <div className="flex min-w-0 grow flex-col">
            <p className="font-semibold">
              <bdi>{known.personName ?? t('known.nameless')}</bdi>
            </p>
            {known.visit && (
              <p>
                {t('known.visit', { date: dates.day(known.visit.at) })} {wordsOf(t, 'need', known.visit.needs)}
                {known.visit.people > 1 && ` · ${t('visits.people', { count: known.visit.people })}`}
              </p>
            )}
            {known.caseReference && (
              <p>
                {t('known.case')} <bdi dir="ltr">{known.caseReference}</bdi>
              </p>
            )}
          </div>
          <Button look="main" onPress={() => onKnown(answersOfKnown(known, true))}>
            {t('known.same_request')}
          </Button>
          <Button onPress={() => onKnown(answersOfKnown(known, false))}>{t('known.other_request')}</Button>
        </Ways>
      )}
    </Reading>
  );
}

function ByName({ name, takesFocus, onKnown }: Omit<FoundProps, 'typed'> & { name: string }) {
  const t = useT();
  const dates = useDates();
  const query = useAsking<{ people: PersonRow[] }>('/api/people/search', { typed: name }, true);
  return (
    <Reading query={query}>
      {({ people }) => (
        <Ways takesFocus={takesFocus}>
          <p role="status" className="basis-full text-sm text-quiet">
            {t('known.people', { count: people.length })}
          </p>
          {people.slice(0, 6).map((person) => (
            <Button key={person.id} className="max-w-full text-start" onPress={() => onKnown(answersOfPerson(person))}>
              <span className="flex min-w-0 flex-col">
                <bdi>{person.name}</bdi>
                <span className="text-sm font-normal text-quiet">
                  {[
                    ...person.otherNames.map((other) => other.name),
                    // What tells two of one name apart.
                    ...(person.birthDate
                      ? [t('known.born', { year: person.birthDate.slice(0, 4), about: person.birthDateAbout ? 'yes' : 'no' })]
                      : []),
                    ...(person.communeName ? [person.communeName] : []),
                    ...(person.lastSeenAt ? [t('known.seen', { date: dates.day(person.lastSeenAt) })] : []),
                  ].join(' · ')}
                </span>
              </span>
            </Button>
          ))}
        </Ways>
      )}
    </Reading>
  );
}

/** What was found, with its ways on; the first takes the focus of whoever pressed Enter. */
function Ways({ takesFocus, children }: { takesFocus: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.querySelector('button')?.focus();
  }, [takesFocus]);
  return (
    <div ref={box} className="flex flex-wrap items-center gap-2 rounded-xl bg-sand p-3 sm:p-4">
      {children}
    </div>
  );
}
