import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card, Notice, Reference } from '../../ui/card.tsx';
import { Problem } from '../../workspace/http.ts';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { isOnItsWay } from '../../workspace/outbox/pending.ts';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { ErasureLine, PersonView } from '../contract.ts';
import { AskErasure, ErasedPerson, ErasureState } from '../erasure/screens/person-erasure.tsx';
import { ContactRule } from './contact-rule.tsx';
import { MaybeSame } from './maybe-same.tsx';
import { PersonAround } from './person-around.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonMerges } from './person-merges.tsx';
import { Readers } from './readers.tsx';

interface PersonScreenProps {
  /** Cases come after people in the order of rooms, so they are joined from outside. */
  renderCases: (personId: string) => ReactNode;
}
type Answer = PersonView & { erasure: ErasureLine | null } & Record<'readers' | 'exported', { name: string; at: string }[]>;

/** One person as the cell knows them, with all that was done for them. */
export function PersonScreen({ renderCases }: PersonScreenProps) {
  const t = useT();
  const { personId = '' } = useParams();
  const { outbox } = useSession();
  const recording = outbox.find((e) => e.kind === 'people.record' && e.payload.personId === personId);
  const query = useRead<Answer>(`/api/people/${encodeURIComponent(personId)}`, recording === undefined);
  if (recording) {
    const isRefused = recording.state === 'refused';
    return (
      <Page title={String(recording.payload.name)}>
        <Notice tone={isRefused ? 'bad' : 'info'} live>
          <p>{t(isRefused ? 'recorded.refused' : 'person.waiting')}</p>
          {isRefused && (
            <p>
              <Link to="/attention" className="underline">
                {t('attention.title')}
              </Link>
            </p>
          )}
        </Notice>
      </Page>
    );
  }
  if (query.error instanceof Problem && query.error.code === 'person_erased') return <ErasedPerson personId={personId} />;
  if (!query.data) {
    return (
      <Page title={t('person.title')}>
        <Reading query={query}>{() => null}</Reading>
      </Page>
    );
  }
  return <KnownPerson view={query.data} asked={personId} cases={renderCases(query.data.person.id)} />;
}

function KnownPerson({ view, asked, cases }: { view: Answer; asked: string; cases: ReactNode }) {
  const t = useT();
  const { outbox } = useSession();
  const { person } = view;
  const isChanging = isOnItsWay(outbox, 'people.change', { personId: person.id });
  return (
    <Page
      title={person.name}
      actions={
        <>
          <Link to={`/cases/new?person=${person.id}`} className={buttonClass('main')}>
            {t('recorded.open_case')}
          </Link>
          <Link to={`/people/${person.id}/edit`} className={buttonClass('second')}>
            {t('person.edit')}
          </Link>
        </>
      }
    >
      {isChanging && <Notice live>{t('person.change_waits')}</Notice>}
      <JustMerged view={view} />
      {asked !== person.id && <Notice>{t('person.stands_here')}</Notice>}
      <ErasureState erasure={view.erasure} />
      <ContactRule person={person} />
      <MaybeSame person={person} />
      <PersonFacts person={person} />
      {cases}
      <PersonAround view={view} />
      <Visits visits={view.visits} />
      <PersonMerges view={view} />
      <Readers readers={view.readers} exported={view.exported} />
      {(!view.erasure || view.erasure.outcome) && <AskErasure personId={person.id} />}
    </Page>
  );
}

/** Right after two records became one: the way back is at hand, not only further down. */
function JustMerged({ view }: { view: PersonView }) {
  const t = useT();
  const { send, outbox } = useSession();
  const state: unknown = useLocation().state;
  const mergeId = typeof state === 'object' && state !== null && 'mergeId' in state ? String(state.mergeId) : undefined;
  if (!mergeId) return null;
  const isMerging = isOnItsWay(outbox, 'people.merge', { mergeId });
  const isUndone = isOnItsWay(outbox, 'people.undo_merge', { mergeId });
  if (!isMerging && !view.merges.some((m) => m.id === mergeId)) return null;
  return (
    <Notice tone="good" live>
      <p>{t('merge.done')}</p>
      <p>
        <Button isDisabled={isUndone} onPress={() => send({ kind: 'people.undo_merge', payload: { mergeId } })}>
          {t(isUndone ? 'outbox.this_waits' : 'merge.undo_now')}
        </Button>
      </p>
    </Notice>
  );
}

function Visits({ visits }: { visits: PersonView['visits'] }) {
  const t = useT();
  const dates = useDates();
  if (visits.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('person.visits')}</h2>
      <Card className="gap-2!">
        <ul className="flex flex-col gap-3">
          {visits.map((visit) => (
            <li key={visit.id}>
              <p>
                {wordsOf(t, 'need', visit.needs)} · {t(`outcome.${visit.outcome}`)}
              </p>
              <p className="text-sm text-quiet">
                <Reference>{visit.reference}</Reference> · <time dateTime={visit.at}>{dates.moment(visit.at)}</time>
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
