import { lazy, memo, Suspense, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { Loading } from '../../ui/state.tsx';
import { useDraft } from '../../workspace/draft.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { useSession } from '../../workspace/session.tsx';
import { Guide } from '../guide/screens/guide.tsx';
import { DeskBar } from './desk-bar.tsx';
import { deskKeys } from './desk-keys.ts';
import { answersOfDanger } from './emergency/answers.ts';
import { useEmergencyNumbers } from './emergency/emergency-numbers.ts';
import { deskTexts } from './messages/index.ts';
import { changesOf, isBlank, missingIn, newVisit, outcomeOf, type RecordedVisit, rememberHabits, type VisitDraft } from './visit-draft.ts';
import { VisitFinish } from './visit-finish.tsx';
import { VisitStart } from './visit-start.tsx';
import { VisitWho } from './visit-who.tsx';

// Drawn again only when what it answers to changes.
const Papers = memo(Guide);
// What comes beside and after the questions is fetched after them.
const EmergencyDialog = lazy(() => import('./emergency/emergency-dialog.tsx'));
const ServiceFinder = lazy(() => import('./service-finder.tsx'));
const VisitRecorded = lazy(() => import('./visit-recorded.tsx'));

/** Until a service worker keeps the screens, those of the desk are fetched once it is calm: the network may go before they are needed. */
function keepTheRest(): (() => void) | undefined {
  if (navigator.serviceWorker?.controller) return undefined;
  const timer = setTimeout(() => {
    const rest = [
      import('./emergency/emergency-dialog.tsx'),
      import('./visit-recorded.tsx'),
      import('./group/group-fields.tsx'),
      import('./known/known-found.tsx'),
      ...Object.values(deskTexts).map((texts) => texts()),
    ];
    Promise.all(rest).catch((error: unknown) =>
      console.error('a part of the desk could not be fetched', error instanceof Error ? error.name : 'unknown'),
    );
  }, 5000);
  return () => clearTimeout(timer);
}

/** The desk: one page from the first word to the slip. */
export function DeskScreen() {
  const t = useT();
  const { me, send } = useSession();
  const userId = me?.user.id ?? '';
  const { value: draft, change, changeSoon, latest, restart } = useDraft<VisitDraft>('visit', () => newVisit(userId));
  // Going to the desk again, from its own place in the navigation too, begins the next visit.
  const { key } = useLocation();
  const [recorded, setRecorded] = useState<{ visit: RecordedVisit; key: string }>();
  const [checked, setChecked] = useState(false);
  const [isEmergency, setEmergency] = useState(false);
  const numbers = useEmergencyNumbers();
  const questions = useRef<HTMLDivElement>(null);
  const finder = useRef<HTMLDivElement>(null);
  const focusFirst = useCallback(() => questions.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  const isAsking = draft !== undefined && recorded?.key !== key;
  useEffect(() => {
    if (isAsking) focusFirst();
  }, [isAsking, focusFirst]);
  useEffect(keepTheRest, []);
  const onKnown = useCallback(
    (answers: Partial<VisitDraft>) => {
      change(answers);
      focusFirst();
    },
    [change, focusFirst],
  );
  // What stands beside the questions follows them when there is time: a tick is shown first.
  const needs = useDeferredValue(draft?.needs);
  const audience = useDeferredValue(draft?.audience);

  const isSaving = useRef(false);
  async function save(): Promise<void> {
    const typed = latest();
    if (!typed || isSaving.current) return;
    if (Object.keys(missingIn(typed)).length > 0) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    // A second press while the first is being kept would record the visit twice.
    isSaving.current = true;
    try {
      const visit = { ...typed, visitId: uuidv7() };
      await send(...changesOf(visit));
      await rememberHabits(userId, visit);
      setRecorded({ visit, key });
      setChecked(false);
      restart({ ...(await newVisit(userId)), ...(visit.later ? answersOfDanger(visit.later) : {}) });
      window.scrollTo({ top: 0 });
    } finally {
      isSaving.current = false;
    }
  }
  const saveNow = useRef(save);
  useEffect(() => {
    saveNow.current = save;
  });
  const onSave = useCallback(() => void saveNow.current(), []);
  const onEmergency = useCallback(() => setEmergency(true), []);

  if (recorded?.key === key) {
    return (
      <Suspense>
        <VisitRecorded visit={recorded.visit} onNext={() => setRecorded(undefined)} />
      </Suspense>
    );
  }
  return (
    <Page
      wide
      focusHeading={false}
      title={t('desk.title')}
      intro={t('desk.intro')}
      actions={
        <Link to="/desk/visits" className={buttonClass('quiet')}>
          {t('desk.visits')}
        </Link>
      }
    >
      {draft ? (
        <div
          className="flex flex-col gap-6"
          onKeyDownCapture={deskKeys({
            onSave,
            onSearch: () => finder.current?.querySelector<HTMLElement>('input[type="search"]')?.focus(),
          })}
        >
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:grid-rows-[auto_auto_1fr]">
            <VisitStart
              emergency={draft.emergency}
              later={draft.later}
              known={draft.known}
              group={draft.group}
              change={change}
              onKnown={onKnown}
            />
            <div ref={questions} className="contents">
              <VisitWho draft={draft} change={changeSoon} errors={checked ? missingIn(draft) : {}} />
            </div>
            <div
              ref={finder}
              className="flex flex-col gap-4 lg:sticky lg:top-4 lg:col-start-2 lg:row-span-3 lg:row-start-1 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto lg:rounded-card"
            >
              <Papers needs={needs ?? []} audience={audience ?? ''} language={draft.language} />
              <Suspense fallback={<Loading>{t('workspace.loading')}</Loading>}>
                <ServiceFinder needs={needs ?? []} audience={audience ?? ''} picked={draft.picked} change={change} />
              </Suspense>
            </div>
            <VisitFinish outcome={outcomeOf(draft)} note={draft.note} communeCode={draft.communeCode} change={changeSoon} />
          </div>
          <DeskBar onSave={onSave} onEmergency={onEmergency} />
        </div>
      ) : (
        <Loading>{t('workspace.loading')}</Loading>
      )}
      {draft && isEmergency && (
        <Suspense>
          <EmergencyDialog
            numbers={numbers}
            onClose={() => setEmergency(false)}
            onLater={(danger) => {
              setEmergency(false);
              // Whoever sat at the desk when it happened keeps their own visit; the emergency's comes after it.
              change(isBlank(draft) ? answersOfDanger(danger) : { later: danger });
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}
