import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Notice } from '../../../../ui/card.tsx';
import { Decision } from '../../../../ui/dialog.tsx';
import { Field } from '../../../../ui/field.tsx';
import { useMissing } from '../../../../ui/focus.ts';
import type { Acts } from '../../../../workspace/acts.tsx';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import { useT } from '../../../../workspace/language.tsx';
import { useSession } from '../../../../workspace/session.tsx';
import type { MinutesView } from '../../contract.ts';

interface ValidateProps {
  meetingId: string;
  view: MinutesView;
  draft: NonNullable<MinutesView['draft']>;
  acts: Acts;
}

/** Makes a version of what stands here. What is in the way is said before one tries. */
export function Validate({ meetingId, view, draft, acts }: ValidateProps) {
  const t = useT();
  const { outbox } = useSession();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const isCorrection = view.versions.length > 0;
  const missing = useMissing(isCorrection && reason.trim() === '');
  if (view.status !== 'held' && view.status !== 'validated') return <Notice>{t('writing.not_held')}</Notice>;
  if (draft.conflicts.length > 0) return <Notice tone="warn">{t('writing.two_texts')}</Notice>;
  // Minutes are validated as they were read: what was just written here must stand in them first.
  const isLeaving = outbox.some((entry) => entry.state === 'waiting' && entry.kind.startsWith('coordination.'));
  const words = t(isCorrection ? 'writing.validate.correction' : 'writing.validate');
  function validate(): unknown {
    if (!missing.mayGoOn()) return;
    setAsking(false);
    const payload = { minutesId: uuidv7(), meetingId, mark: draft.mark, ...(isCorrection ? { reason: reason.trim() } : {}) };
    return acts.act({ kind: 'coordination.validate_minutes', payload }, t('writing.validated'));
  }
  return (
    <p className="no-print flex flex-wrap items-center gap-3">
      <Button look="main" isDisabled={isLeaving} onPress={() => setAsking(true)}>
        {words}
      </Button>
      {isLeaving && <span className="text-sm text-quiet">{t('writing.leaving')}</span>}
      <Decision
        title={words}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        decide={words}
        cancel={t('workspace.cancel')}
        onDecide={validate}
      >
        <p>{t('writing.validate.text')}</p>
        {isCorrection && (
          <Field
            label={t('writing.reason')}
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={setReason}
            {...(missing.isShown ? { error: t('invitation.needed') } : {})}
          />
        )}
      </Decision>
    </p>
  );
}
