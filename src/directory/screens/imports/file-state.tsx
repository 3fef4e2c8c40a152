import { Badge } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { ImportFile } from './answers.ts';

const tones = { kept: 'plain', looking: 'plain', looked_at: 'good', refused: 'bad', applying: 'plain', applied: 'good' } as const;

export function FileState({ state }: Pick<ImportFile, 'state'>) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`imports.look.state.${state}`)}</Badge>;
}
