import { Badge } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { ImportState } from '../lists.ts';

const tones: Partial<Record<ImportState, 'good' | 'warn' | 'bad'>> = {
  to_map: 'warn',
  review: 'warn',
  applied: 'good',
  refused: 'bad',
  failed: 'bad',
};

export function ImportBadge({ state }: { state: ImportState }) {
  const t = useT();
  return <Badge tone={tones[state] ?? 'plain'}>{t(`register.state.${state}`)}</Badge>;
}
