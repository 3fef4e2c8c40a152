import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { Loading } from '../../ui/state.tsx';
import { useDraft } from '../../workspace/draft.ts';
import { useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { useSession } from '../../workspace/session.tsx';
import { Guide } from '../guide/screens/guide.tsx';
import { ServiceFinder } from './service-finder.tsx';
import { changesOf, missingIn, newVisit, rememberHabits, type VisitDraft } from './visit-draft.ts';
import { VisitFinish } from './visit-finish.tsx';
import { VisitRecorded } from './visit-recorded.tsx';
import { VisitWho } from './visit-who.tsx';

/** The desk: one page from the first word to the slip. */
export function DeskScreen() {
  const t = useT();
  const { me, send } = useSession();
  const userId = me?.user.id ?? '';
  const { value: draft, change, restart } = useDraft<VisitDraft>('visit', () => newVisit(userId));
  // Going to the desk again, from its own place in the navigation too, begins the next visit.
  const { key } = useLocation();
  const [recorded, setRecorded] = useState<{ visit: VisitDraft; key: string }>();
  const [checked, setChecked] = useState(false);

  async function save(): Promise<void> {
    if (!draft) return;
    if (Object.keys(missingIn(draft)).length > 0) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    await send(...changesOf(draft));
    await rememberHabits(userId, draft);
    setRecorded({ visit: draft, key });
    setChecked(false);
    restart(await newVisit(userId));
    window.scrollTo({ top: 0 });
  }

  if (recorded?.key === key) return <VisitRecorded visit={recorded.visit} onNext={() => setRecorded(undefined)} />;
  return (
    <Page
      wide
      title={t('desk.title')}
      intro={t('desk.intro')}
      actions={
        <Link to="/desk/visits" className={buttonClass('quiet')}>
          {t('desk.visits')}
        </Link>
      }
    >
      {draft ? (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:grid-rows-[auto_1fr]">
          <VisitWho draft={draft} change={change} errors={checked ? missingIn(draft) : {}} />
          <div className="flex flex-col gap-4 lg:sticky lg:top-4 lg:row-span-2 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:rounded-card">
            <Guide needs={draft.needs} audience={draft.audience} language={draft.language} />
            <ServiceFinder needs={draft.needs} audience={draft.audience} picked={draft.picked} onPick={(picked) => change({ picked })} />
          </div>
          <VisitFinish draft={draft} change={change} onSave={() => void save()} />
        </div>
      ) : (
        <Loading>{t('workspace.loading')}</Loading>
      )}
    </Page>
  );
}
