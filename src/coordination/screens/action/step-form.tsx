import { Decision } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { Stepper } from '../../../ui/stepper.tsx';
import { Tick } from '../../../ui/tick.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import type { ActionView, StepRow } from '../../contract.ts';
import { OrganizationSelect } from '../parts/organization-select.tsx';
import { isTyped, toTold, type Typed, TwoWords } from '../parts/two-words.tsx';

interface StepDraft {
  title: Typed;
  weight: number;
  dueOn: string;
  isMilestone: boolean;
  organizationId: string;
}

interface StepFormProps {
  it: ActionView;
  /** Undefined for a new one. */
  step: StepRow | undefined;
  acts: Acts;
  onClose: () => void;
}

/** A step, new or changed; what is typed is kept on the device until it is saved. */
export function StepForm({ it, step, acts, onClose }: StepFormProps) {
  const t = useT();
  const { value, change, discard } = useDraft<StepDraft>(`step:${step?.id ?? it.id}`, () => ({
    title: { fr: step?.title.fr ?? '', ar: step?.title.ar ?? '' },
    weight: step?.weight ?? 1,
    dueOn: step?.dueOn ?? '',
    isMilestone: step?.isMilestone ?? false,
    organizationId: step?.organization?.id ?? '',
  }));
  const missing = useMissing(value !== undefined && !isTyped(value.title));
  if (!value) return null;
  async function save(): Promise<void> {
    if (!value || !missing.mayGoOn()) return;
    const { title, weight, dueOn, isMilestone, organizationId } = value;
    const { en, es } = step?.title ?? {};
    onClose();
    await acts.act(
      {
        kind: 'coordination.set_step',
        payload: {
          stepId: step?.id ?? uuidv7(),
          actionId: it.id,
          // What was written in another language stays.
          title: { ...(en ? { en } : {}), ...(es ? { es } : {}), ...toTold(title) },
          weight,
          dueOn: dueOn || null,
          isMilestone,
          organizationId: organizationId || null,
        },
      },
      t('thread.step.saved'),
    );
    await discard();
  }
  return (
    <Decision
      title={t(step ? 'thread.step.change' : 'thread.step.add')}
      onClose={onClose}
      decide={t('thread.save')}
      cancel={t('workspace.cancel')}
      onDecide={save}
    >
      <TwoWords
        label={t('thread.step.title')}
        value={value.title}
        onChange={(title) => change({ title })}
        maxLength={200}
        error={missing.isShown ? t('thread.one_language') : undefined}
      />
      <Field label={t('thread.due_on')} type="date" dir="ltr" value={value.dueOn} onChange={(dueOn) => change({ dueOn })} />
      <div className="flex flex-col gap-1">
        <Stepper
          label={t('thread.step.weight')}
          less={t('thread.step.less')}
          more={t('thread.step.more')}
          least={1}
          most={100}
          value={value.weight}
          onChange={(weight) => change({ weight })}
        />
        <p className="text-sm text-quiet">{t('thread.step.weight.hint')}</p>
      </div>
      <Tick label={t('thread.step.milestone')} isChosen={value.isMilestone} onChange={(isMilestone) => change({ isMilestone })} />
      <OrganizationSelect
        label={t('thread.step.who')}
        none={t('thread.step.who.owner')}
        value={value.organizationId}
        known={[...it.commitments.map((c) => c.organization), ...(it.owner ? [it.owner] : [])]}
        onChange={(organizationId) => change({ organizationId })}
      />
    </Decision>
  );
}
