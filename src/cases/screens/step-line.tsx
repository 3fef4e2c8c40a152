import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/card.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useMissing } from '../../ui/focus.ts';
import { useDates, useT } from '../../workspace/language.tsx';
import { isOnItsWay } from '../../workspace/outbox/pending.ts';
import { useSession } from '../../workspace/session.tsx';
import type { StepRow } from '../contract-file.ts';
import { isPlanDay } from '../lists.ts';
import { localDay } from './day.ts';

/** One thing to do, with its ways out. */
interface StepLineProps {
  step: StepRow;
  caseId: string;
  /** The line leaves: the focus has to go on from elsewhere. */
  onEnd: () => void;
}
export function StepLine({ step, caseId, onEnd }: StepLineProps) {
  const t = useT();
  const dates = useDates();
  const { send, outbox } = useSession();
  const [isChanging, setChanging] = useState(false);
  const isLeaving = ['cases.end_step', 'cases.change_step'].some((kind) => isOnItsWay(outbox, kind, { stepId: step.id }));
  const isLate = step.dueOn !== null && step.dueOn < localDay(new Date());
  async function end(ending: 'done' | 'dropped'): Promise<void> {
    const sent = send({ kind: 'cases.end_step', payload: { stepId: step.id, caseId, ending } });
    onEnd();
    await sent;
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <div className="flex min-w-0 flex-col">
        <p className="font-semibold">
          <bdi>{step.title}</bdi>
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-quiet">
          {isLate && <Badge tone="bad">{t('plan.late')}</Badge>}
          {step.dueOn && <span>{t('plan.due', { date: dates.day(step.dueOn) })}</span>}
          {step.assignedName && <bdi>{step.assignedName}</bdi>}
        </p>
      </div>
      {isLeaving ? (
        <Badge>{t('outbox.this_waits')}</Badge>
      ) : (
        <div className="no-print flex flex-wrap gap-x-4">
          <Button look="quiet" aria-label={t('plan.done_named', { title: step.title })} onPress={() => end('done')}>
            {t('step_ending.done')}
          </Button>
          <Button look="quiet" aria-label={t('plan.change_named', { title: step.title })} onPress={() => setChanging(true)}>
            {t('plan.change')}
          </Button>
          <Button look="quiet" aria-label={t('plan.drop_named', { title: step.title })} onPress={() => end('dropped')}>
            {t('plan.drop')}
          </Button>
        </div>
      )}
      {isChanging && <ChangeStep step={step} caseId={caseId} onDone={() => setChanging(false)} />}
    </li>
  );
}

function ChangeStep({ step, caseId, onDone }: { step: StepRow; caseId: string; onDone: () => void }) {
  const t = useT();
  const { send } = useSession();
  const [title, setTitle] = useState(step.title);
  const [dueOn, setDueOn] = useState(step.dueOn ?? '');
  const words = title.trim();
  const unlikely = useMissing(dueOn !== '' && !isPlanDay(dueOn));
  function change(): void {
    if (!unlikely.mayGoOn()) return;
    const set = {
      ...(words && words !== step.title ? { title: words } : {}),
      ...(dueOn === (step.dueOn ?? '') ? {} : { dueOn: dueOn || null }),
    };
    if (Object.keys(set).length > 0) void send({ kind: 'cases.change_step', payload: { stepId: step.id, caseId, ...set } });
    onDone();
  }
  return (
    <Decision title={t('plan.change')} onClose={onDone} decide={t('plan.save')} cancel={t('workspace.cancel')} onDecide={change}>
      <Field label={t('plan.step')} maxLength={300} value={title} onChange={setTitle} />
      <Field
        label={t('plan.date')}
        type="date"
        dir="ltr"
        error={unlikely.isShown ? t('invalid.day_unlikely') : undefined}
        value={dueOn}
        onChange={setDueOn}
      />
    </Decision>
  );
}
