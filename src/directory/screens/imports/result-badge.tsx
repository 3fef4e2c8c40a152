import { Badge } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { ImportSummary } from './answers.ts';

const tones = { ok: 'good', refused: 'bad', failed: 'bad' } as const;

export function ResultBadge({ result }: Pick<ImportSummary, 'result'>) {
  const t = useT();
  return <Badge tone={tones[result]}>{t(`imports.result.${result}`)}</Badge>;
}
