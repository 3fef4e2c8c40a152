import { Button } from '../../ui/button.tsx';
import { Field, NativeSelect } from '../../ui/field.tsx';
import { useMissing } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { Colleague } from '../contract.ts';
import { isPlanDay } from '../lists.ts';

interface AddStepProps {
  caseId: string;
  /** Who follows the case does its steps, unless another is chosen. */
  assignedTo: string | null;
}
export function AddStep({ caseId, assignedTo }: AddStepProps) {
  const t = useT();
  const { send } = useSession();
  const { data } = useRead<{ colleagues: Colleague[] }>('/api/cases/colleagues');
  const blank = { title: '', dueOn: '', assignedTo: assignedTo ?? '' };
  const { value = blank, change, restart } = useDraft(`step:${caseId}`, () => blank);
  const title = value.title.trim();
  const isUnlikely = value.dueOn !== '' && !isPlanDay(value.dueOn);
  const missing = useMissing(title === '' || isUnlikely);
  async function add(): Promise<void> {
    if (!missing.mayGoOn()) return;
    const sent = send({
      kind: 'cases.add_step',
      payload: {
        stepId: uuidv7(),
        caseId,
        title,
        ...(value.dueOn ? { dueOn: value.dueOn } : {}),
        ...(value.assignedTo ? { assignedTo: value.assignedTo } : {}),
      },
    });
    restart(blank);
    await sent;
  }
  return (
    <div className="no-print grid items-start gap-3 border-t border-line pt-3 sm:grid-cols-2">
      <div className="sm:col-span-full">
        <Field
          label={t('plan.step')}
          hint={t('plan.step.hint')}
          maxLength={300}
          value={value.title}
          onChange={(words) => change({ title: words })}
          error={missing.isShown && title === '' ? t('plan.step.missing') : undefined}
        />
      </div>
      <Field
        label={t('plan.date')}
        type="date"
        dir="ltr"
        error={missing.isShown && isUnlikely ? t('invalid.day_unlikely') : undefined}
        value={value.dueOn}
        onChange={(dueOn) => change({ dueOn })}
      />
      <NativeSelect label={t('plan.who')} value={value.assignedTo} onChange={(who) => change({ assignedTo: who })}>
        <option value="">{t('plan.anyone')}</option>
        {data?.colleagues.map((c) => (
          <option key={c.userId} value={c.userId}>
            {c.name}
          </option>
        ))}
      </NativeSelect>
      <p className="sm:col-span-full">
        <Button onPress={add}>{t('plan.add')}</Button>
      </p>
    </div>
  );
}
