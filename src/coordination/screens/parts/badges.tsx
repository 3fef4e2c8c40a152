import { Badge } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { ActionStatus, CommitmentStatus, FindingStatus, RecommendationStatus } from '../../lists.ts';
import type { Signal } from '../../lists.ts';

type Status = RecommendationStatus | ActionStatus | FindingStatus | CommitmentStatus;
const tones: Record<Status, 'plain' | 'info' | 'good' | 'warn' | 'bad'> = {
  draft: 'plain',
  proposed: 'info',
  adopted: 'good',
  rejected: 'bad',
  merged: 'plain',
  done: 'good',
  dropped: 'bad',
  under_way: 'info',
  abandoned: 'bad',
  shared: 'info',
  asked: 'warn',
  offered: 'warn',
  committed: 'good',
  declined: 'bad',
  withdrawn: 'bad',
};

/** How a thing stands, in words. */
export function StatusBadge({ of, status }: { of: 'recommendation' | 'action' | 'finding' | 'commitment' | 'joined'; status: Status }) {
  const t = useT();
  return <Badge tone={tones[status]}>{t(`thread.${of}.${status}`)}</Badge>;
}

/** What stands out of an action that runs: blocked, late, no news. */
export function Signals({ signals }: { signals: readonly Signal[] }) {
  const t = useT();
  return signals.map((signal) => (
    <Badge key={signal} tone={signal === 'stalled' ? 'warn' : 'bad'}>
      {t(`thread.signal.${signal}`)}
    </Badge>
  ));
}
