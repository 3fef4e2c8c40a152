import { lazy, Suspense } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card, Notice } from '../../ui/card.tsx';
import { Loading } from '../../ui/state.tsx';
import { Tick } from '../../ui/tick.tsx';
import { useT } from '../../workspace/language.tsx';
import { newGroup } from './group/group-draft.ts';
import { KnownField } from './known/known-field.tsx';
import type { VisitDraft } from './visit-draft.ts';

const GroupFields = lazy(() => import('./group/group-fields.tsx'));

interface StartProps {
  draft: VisitDraft;
  change: (part: Partial<VisitDraft>) => void;
  /** Who came is settled: on to what brings them. */
  onKnown: (answers: Partial<VisitDraft>) => void;
}

/** Before the first question: whether it is someone known, or many at once. Nothing here is compulsory. */
export function VisitStart({ draft, change, onKnown }: StartProps) {
  const t = useT();
  return (
    <Card>
      {draft.emergency && (
        <Notice tone="bad">
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <p className="font-semibold">{t('desk.emergency.this')}</p>
            <Button look="quiet" className="text-bad!" onPress={() => change({ emergency: false })}>
              {t('finder.remove')}
            </Button>
          </div>
        </Notice>
      )}
      {draft.later && (
        <Notice tone="warn" live>
          <p>{t('desk.emergency.next')}</p>
        </Notice>
      )}
      <KnownField known={draft.known} onKnown={onKnown} />
      <Tick label={t('desk.group')} isChosen={draft.group !== null} onChange={(isMany) => change({ group: isMany ? newGroup : null })} />
      {draft.group && (
        <Suspense fallback={<Loading>{t('workspace.loading')}</Loading>}>
          <GroupFields group={draft.group} onChange={(group) => change({ group })} />
        </Suspense>
      )}
    </Card>
  );
}
