import { Badge } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import type { UpdateState } from '../care/lists.ts';

const tones = {
  up_to_date: 'good',
  update_advised: 'warn',
  update_mandatory: 'bad',
  never_confirmed: 'warn',
  not_asked: 'plain',
} as const;

/** How fresh a record is, in words. */
export function StateBadge({ state }: { state: UpdateState }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`care.update.${state}`)}</Badge>;
}
