import { useState } from 'react';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { type ErasureRefusal, erasureRefusals } from '../lists.ts';

/** Why the data are kept: one reason of the list, and the law by its name where one obliges. */
export function RefuseErasure({ erasureId, onDone }: { erasureId: string; onDone: () => void }) {
  const t = useT();
  const { send } = useSession();
  const [reason, setReason] = useState<ErasureRefusal | ''>('');
  const [law, setLaw] = useState('');
  const [isChecked, setChecked] = useState(false);
  const namesLaw = reason === 'law_obliges';
  const lacksLaw = namesLaw && law.trim() === '';
  async function refuse(): Promise<void> {
    if (!reason || lacksLaw) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    await send({ kind: 'people.refuse_erasure', payload: { erasureId, reason, ...(namesLaw ? { law: law.trim() } : {}) } });
    onDone();
  }
  return (
    <Decision
      title={t('erasure.refuse.title')}
      onClose={onDone}
      decide={t('erasure.refuse.confirm')}
      cancel={t('erasure.cancel')}
      onDecide={refuse}
    >
      <ChooseOne
        label={t('erasure.refuse.why')}
        hint={t('erasure.refuse.told')}
        size="row"
        isRequired
        options={erasureRefusals.map((value) => ({ value, label: t(`erasure_reason.${value}`) }))}
        value={reason}
        onChange={setReason}
        error={isChecked && !reason ? t('erasure.refuse.why.missing') : undefined}
      />
      {namesLaw && (
        <Field
          label={t('erasure.law')}
          value={law}
          onChange={setLaw}
          maxLength={300}
          isRequired
          error={isChecked && lacksLaw ? t('erasure.law.missing') : undefined}
        />
      )}
    </Decision>
  );
}
