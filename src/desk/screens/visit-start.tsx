import { lazy, memo, Suspense } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card, Notice } from '../../ui/card.tsx';
import { Loading } from '../../ui/state.tsx';
import { Tick } from '../../ui/tick.tsx';
import { useT } from '../../workspace/language.tsx';
import { newGroup } from './group/group-draft.ts';
import { KnownField } from './known/known-field.tsx';
import type { VisitDraft } from './visit-draft.ts';

const GroupFields = lazy(() => import('./group/group-fields.tsx'));

interface StartProps extends Pick<VisitDraft, 'emergency' | 'later' | 'known' | 'group'> {
  change: (part: Partial<VisitDraft>) => void;
  /** Who came is settled: on to what brings them. */
  onKnown: (answers: Partial<VisitDraft>) => void;
}

/** Before the first question: whether it is someone known, or many at once. Nothing here is compulsory. */
export const VisitStart = memo(function VisitStart({ emergency, later, known, group, change, onKnown }: StartProps) {
  const t = useT();
  return (
    <Card>
      {emergency && (
        <Notice tone="bad">
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <p className="font-semibold">{t('desk.emergency.this')}</p>
            <Button look="quiet" className="text-bad!" onPress={() => change({ emergency: false })}>
              {t('finder.remove')}
            </Button>
          </div>
        </Notice>
      )}
      {later && (
        <Notice tone="warn" live>
          <p>{t('desk.emergency.next')}</p>
        </Notice>
      )}
      <KnownField known={known} onKnown={onKnown} />
      <Tick label={t('desk.group')} isChosen={group !== null} onChange={(isMany) => change({ group: isMany ? newGroup : null })} />
      {group && (
        <Suspense fallback={<Loading>{t('workspace.loading')}</Loading>}>
          <GroupFields group={group} onChange={(next) => change({ group: next })} />
        </Suspense>
      )}
    </Card>
  );
});
