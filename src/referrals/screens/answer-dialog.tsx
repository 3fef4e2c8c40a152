import { useState } from 'react';
import { ChooseOne } from '../../ui/choice.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useMissing } from '../../ui/focus.ts';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { useSession } from '../../workspace/session.tsx';
import { declineReasons, type ReferralRow, referralOutcomes } from '../contract.ts';
import type { ReferralAction } from '../rules.ts';

export type AnswerKind = Exclude<ReferralAction, 'cancel'>;
interface AnswerDialogProps {
  kind: AnswerKind;
  referral: ReferralRow;
  onDone: () => void;
}

export function AnswerDialog({ kind, referral, onDone }: AnswerDialogProps) {
  const t = useT();
  const { send } = useSession();
  const [reason, setReason] = useState<(typeof declineReasons)[number] | ''>('');
  const [outcome, setOutcome] = useState<(typeof referralOutcomes)[number] | ''>('');
  const [note, setNote] = useState('');
  const missing = useMissing((kind === 'decline' && reason === '') || (kind === 'report_outcome' && outcome === ''));
  const error = missing.isShown ? t('answer.choose') : undefined;

  async function answer(): Promise<void> {
    if (!missing.mayGoOn()) return;
    await send({
      kind: `referrals.${kind}`,
      payload: {
        referralId: referral.id,
        ...(kind === 'decline' ? { reason } : {}),
        ...(kind === 'report_outcome' ? { outcome } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
      },
    });
    onDone();
  }
  return (
    <Decision
      title={t(`answer.${kind}.title`)}
      onClose={onDone}
      decide={t(`answer.${kind}.send`)}
      cancel={t('workspace.cancel')}
      onDecide={() => answer()}
    >
      {kind === 'decline' && (
        <ChooseOne
          label={t('answer.reason')}
          size="row"
          options={optionsOf(t, 'decline', declineReasons)}
          value={reason}
          onChange={setReason}
          error={error}
          isRequired
        />
      )}
      {kind === 'report_outcome' && (
        <ChooseOne
          label={t('answer.outcome')}
          size="row"
          options={optionsOf(t, 'referral_outcome', referralOutcomes)}
          value={outcome}
          onChange={setOutcome}
          error={error}
          isRequired
        />
      )}
      <Field label={t('answer.note')} hint={t(`answer.${kind}.hint`)} rows={3} maxLength={2000} value={note} onChange={setNote} />
    </Decision>
  );
}
