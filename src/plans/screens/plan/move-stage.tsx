import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { movesFrom } from '../../rules.ts';
import type { InPlan } from '../parts/plan-frame.tsx';

/** On to the next stage, which freezes what the plan is; or back to an earlier one, with the reason. */
export function MoveStage({ view, acts, isMain }: InPlan & { isMain: boolean }) {
  const t = useT();
  const [asked, setAsked] = useState<'go_on' | 'go_back'>();
  const moves = movesFrom(view.plan.stage);
  const on = moves.find((move) => move.act === 'go_on');
  const isWaiting = acts.isSending('plans.move', { planId: view.plan.id });
  return (
    <>
      {on && (
        <Button look={isMain ? 'main' : on.to === 'closed' ? 'quiet' : 'second'} isDisabled={isWaiting} onPress={() => setAsked('go_on')}>
          {t('plans.go_on', { name: t(`plans.word.stage.${on.to}`) })}
        </Button>
      )}
      {moves.length > (on ? 1 : 0) && (
        <Button look="quiet" isDisabled={isWaiting} onPress={() => setAsked('go_back')}>
          {t('plans.go_back')}
        </Button>
      )}
      {asked && <Move view={view} acts={acts} act={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function Move({ view, acts, act, onClose }: InPlan & { act: 'go_on' | 'go_back'; onClose: () => void }) {
  const t = useT();
  const { plan, today } = view;
  const targets = movesFrom(plan.stage).filter((move) => move.act === act);
  const [to, setTo] = useState<string>((act === 'go_on' ? targets[0] : targets.at(-1))?.to ?? '');
  const [reachedOn, setReachedOn] = useState(today);
  const [reason, setReason] = useState('');
  const isBack = act === 'go_back';
  const missing = useMissing(reachedOn === '' || (isBack && reason.trim() === ''));
  const title = isBack ? t('plans.go_back') : t('plans.go_on', { name: t(`plans.word.stage.${to}`) });
  const decide = async () => {
    if (!missing.mayGoOn()) return;
    onClose();
    const why = reason.trim() ? { reason: reason.trim() } : {};
    const payload = { planId: plan.id, act, to, reachedOn, versionId: uuidv7(), ...why };
    await acts.act({ kind: 'plans.move', payload }, t(isBack ? 'plans.gone_back' : 'plans.gone_on'));
  };
  return (
    <Decision title={title} onClose={onClose} decide={title} cancel={t('workspace.cancel')} onDecide={decide}>
      <p>{t(isBack ? 'plans.go_back.text' : 'plans.go_on.text')}</p>
      {isBack && (
        <NativeSelect label={t('plans.go_back.to')} value={to} onChange={setTo}>
          {targets.map((move) => (
            <option key={move.to} value={move.to}>
              {t(`plans.word.stage.${move.to}`)}
            </option>
          ))}
        </NativeSelect>
      )}
      <Field label={t(isBack ? 'plans.reopened_on' : 'plans.reached_on')} type="date" dir="ltr" value={reachedOn} onChange={setReachedOn} />
      {isBack && (
        <Field
          label={t('thread.reason')}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={setReason}
          {...(missing.isShown && reason.trim() === '' ? { error: t('invitation.needed') } : {})}
        />
      )}
    </Decision>
  );
}
