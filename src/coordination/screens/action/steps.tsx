import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { ActionView, StepRow } from '../../contract.ts';
import { Why } from '../parts/acts-row.tsx';
import { today } from '../parts/source-fields.tsx';
import { useTold, Words } from '../parts/told.tsx';
import { useStanding } from '../standing.ts';
import { ProofForm } from './proof-form.tsx';
import { StepForm } from './step-form.tsx';

interface StepsProps {
  it: ActionView;
  acts: Acts;
}

/** What there is to do, in order; how far the action came is counted from here. */
export function Steps({ it, acts }: StepsProps) {
  const t = useT();
  const { isSpeaker } = useStanding();
  const [edited, setEdited] = useState<StepRow | 'new'>();
  const isOver = it.status === 'done' || it.status === 'abandoned';
  const mayPlan = isSpeaker && it.doing.isOwn && !isOver;
  return (
    <Card>
      <h2>{t('thread.steps')}</h2>
      {it.steps.length === 0 ? (
        <p className="text-quiet">{t(mayPlan ? 'thread.steps.none.own' : 'thread.steps.none')}</p>
      ) : (
        <ol className="flex flex-col divide-y divide-line">
          {it.steps.map((step) => (
            <li key={step.id} className="break-inside-avoid py-4 first:pt-0 last:pb-0">
              <Step it={it} step={step} acts={acts} {...(mayPlan ? { onEdit: () => setEdited(step) } : {})} />
            </li>
          ))}
        </ol>
      )}
      {mayPlan && (
        <p className="no-print">
          <Button look={it.steps.length === 0 ? 'main' : 'second'} onPress={() => setEdited('new')}>
            {t('thread.step.add')}
          </Button>
        </p>
      )}
      {edited && <StepForm it={it} step={edited === 'new' ? undefined : edited} acts={acts} onClose={() => setEdited(undefined)} />}
    </Card>
  );
}

interface StepProps extends StepsProps {
  step: StepRow;
  onEdit?: () => void;
}
function Step({ it, step, acts, onEdit }: StepProps) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const isLate = step.ending === null && step.dueOn !== null && step.dueOn < today();
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <span className={`font-semibold ${step.ending === 'dropped' ? 'line-through' : ''}`}>
          <Words told={step.title} />
        </span>
        <span className="flex flex-wrap gap-2 sm:ms-auto">
          {step.isMilestone && <Badge>{t('thread.milestone')}</Badge>}
          {isLate && <Badge tone="bad">{t('thread.signal.late')}</Badge>}
          {step.ending === 'done' && step.isMilestone && !step.isProven && <Badge tone="warn">{t('thread.step.unproven')}</Badge>}
          {step.ending && <Badge tone={step.ending === 'done' ? 'good' : 'plain'}>{t(`thread.ending.${step.ending}`)}</Badge>}
        </span>
      </div>
      <p className="text-sm text-quiet">
        {[
          step.ending && step.endedOn
            ? t('thread.step.ended_on', { date: dates.day(step.endedOn) })
            : step.dueOn && t('thread.due', { date: dates.day(step.dueOn) }),
          t('thread.step.weight_of', { count: step.weight }),
        ]
          .filter(Boolean)
          .join(' · ')}
        {step.organization && (
          <>
            {' · '}
            <bdi>{step.organization.name}</bdi>
          </>
        )}
      </p>
      {step.reason && <p dir="auto">{step.reason}</p>}
      <ProofsOf it={it} stepId={step.id} />
      <StepButtons it={it} step={step} acts={acts} name={told(step.title)} {...(onEdit ? { onEdit } : {})} />
    </div>
  );
}

/** What stands behind it. */
function ProofsOf({ it, stepId }: { it: ActionView; stepId: string }) {
  const t = useT();
  const own = it.proofs.filter((proof) => proof.stepId === stepId && !proof.withdrawn);
  if (own.length === 0) return null;
  return (
    <p className="text-sm">
      <span className="font-semibold">{t('thread.proof')}</span>
      {t('workspace.colon')}
      {own.map((proof, place) => (
        <span key={proof.id}>
          {place > 0 && t('workspace.list_comma')}
          <Words told={proof.words} />
        </span>
      ))}
    </p>
  );
}

/** Ending a step is for whoever does it or owns the action; each button says which step it is about. */
function StepButtons({ it, step, acts, name, onEdit }: StepProps & { name: string }) {
  const t = useT();
  const { isSpeaker, organizationId } = useStanding();
  const [isDropping, setDropping] = useState(false);
  const [isProving, setProving] = useState(false);
  const mayEnd = isSpeaker && (it.doing.isOwn || step.organization?.id === organizationId);
  const mayProve = isSpeaker && it.takesPart && step.ending !== 'dropped';
  const isWaiting = acts.isSending('coordination.end_step', { stepId: step.id });
  const end = (ending: 'done' | 'dropped' | null, reason?: string) =>
    acts.act(
      { kind: 'coordination.end_step', payload: { stepId: step.id, ending, ...(reason ? { reason } : {}) } },
      t(`thread.step.${ending ?? 'again'}.said`),
    );
  if (!mayEnd && !mayProve && !onEdit) return null;
  const named = (key: string) => t('thread.of_named', { name: t(key), word: name });
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-1">
      {mayEnd && step.ending === null && (
        <Button isDisabled={isWaiting} aria-label={named('thread.step.done')} onPress={() => end('done')}>
          {t('thread.step.done')}
        </Button>
      )}
      {mayProve && (
        <Button
          look={step.isMilestone && !step.isProven && step.ending === 'done' ? 'main' : 'quiet'}
          aria-label={named('thread.proof.add')}
          onPress={() => setProving(true)}
        >
          {t('thread.proof.add')}
        </Button>
      )}
      {onEdit && step.ending === null && (
        <Button look="quiet" aria-label={named('thread.change')} onPress={onEdit}>
          {t('thread.change')}
        </Button>
      )}
      {mayEnd && step.ending === null && (
        <Button look="quiet" isDisabled={isWaiting} aria-label={named('thread.step.drop')} onPress={() => setDropping(true)}>
          {t('thread.step.drop')}
        </Button>
      )}
      {mayEnd && step.ending !== null && (
        <Button look="quiet" isDisabled={isWaiting} aria-label={named('thread.step.again')} onPress={() => end(null)}>
          {t('thread.step.again')}
        </Button>
      )}
      {isDropping && (
        <Why
          title={t('thread.step.drop')}
          onClose={() => setDropping(false)}
          onDecide={({ reason }) => {
            setDropping(false);
            return end('dropped', reason);
          }}
        />
      )}
      {isProving && <ProofForm it={it} stepId={step.id} acts={acts} onClose={() => setProving(false)} />}
    </div>
  );
}
