import { useState } from 'react';
import { Decision } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { Attachment } from '../../attachments/contract.ts';

/** Asks why before something is removed for good. */
export function RemoveAttachment({ attachment, caseId, onDone }: { attachment: Attachment; caseId: string; onDone: () => void }) {
  const t = useT();
  const { send } = useSession();
  const [reason, setReason] = useState('');
  const missing = useMissing(reason.trim() === '');
  function remove(): void {
    if (!missing.mayGoOn()) return;
    void send({ kind: 'cases.remove_attachment', payload: { attachmentId: attachment.id, caseId, reason: reason.trim() } });
    onDone();
  }
  return (
    <Decision
      title={t('attachments.remove_named', { title: attachment.title })}
      onClose={onDone}
      decide={t('attachments.remove.confirm')}
      cancel={t('workspace.cancel')}
      onDecide={remove}
    >
      <p>{t('attachments.remove.explained')}</p>
      <Field
        label={t('attachments.remove.reason')}
        error={missing.isShown ? t('attachments.remove.reason.missing') : undefined}
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={setReason}
      />
    </Decision>
  );
}
