import { Badge } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import type { CaseStatus } from '../lists.ts';

const tones: Record<CaseStatus, 'plain' | 'info' | 'good' | 'warn'> = {
  open: 'info',
  in_progress: 'info',
  reopened: 'info',
  waiting_person: 'warn',
  waiting_third_party: 'warn',
  oriented: 'good',
  solved: 'good',
  partly_solved: 'good',
  abandoned: 'plain',
  not_receivable: 'plain',
  transferred: 'plain',
};
export function StatusBadge({ status }: { status: CaseStatus }) {
  const t = useT();
  return <Badge tone={tones[status]}>{t(`case_status.${status}`)}</Badge>;
}

/** Only what is out of the ordinary is said. */
export function PriorityBadge({ priority }: { priority: string }) {
  const t = useT();
  if (priority === 'normal') return null;
  return <Badge tone={priority === 'emergency' ? 'bad' : 'warn'}>{t(`priority.${priority}`)}</Badge>;
}
