import { Card } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { useT } from '../../workspace/language.tsx';
import { priorities } from '../contract.ts';
import { answerHours } from '../rules.ts';
import type { ReferDraft } from './refer-draft.ts';

interface ReasonStepProps {
  draft: ReferDraft;
  change: (part: Partial<ReferDraft>) => void;
  error?: string;
}
export function ReasonStep({ draft, change, error }: ReasonStepProps) {
  const t = useT();
  return (
    <Card className="gap-5">
      <h2>{t('refer.step.reason')}</h2>
      <Field
        label={t('refer.reason')}
        hint={t('refer.reason.hint')}
        error={error && t(error)}
        rows={4}
        maxLength={2000}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        isRequired
      />
      <ChooseOne
        label={t('refer.priority')}
        size="row"
        options={priorities.map((p) => ({ value: p, label: t(`priority.${p}`), detail: answerWithin(t, answerHours[p]) }))}
        value={draft.priority}
        onChange={(priority) => change({ priority })}
      />
    </Card>
  );
}

/** Hours up to three days, then weeks: how people speak of a delay. */
function answerWithin(t: ReturnType<typeof useT>, hours: number): string {
  return hours <= 72 ? t('refer.within_hours', { hours }) : t('refer.within_weeks', { weeks: Math.round(hours / 168) });
}
