import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { useSession } from '../../workspace/session.tsx';
import { closeCaseSchema } from '../contract.ts';

const endings = closeCaseSchema.shape.status.options;

export function CloseCase({ caseId, isOpen, onDone }: { caseId: string; isOpen: boolean; onDone: () => void }) {
  const t = useT();
  const { send } = useSession();
  const [status, setStatus] = useState<(typeof endings)[number] | ''>('');
  const [checked, setChecked] = useState(false);
  function close(): void {
    if (status === '') {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    void send({ kind: 'cases.close', payload: { caseId, status } });
    onDone();
  }
  return (
    <Dialog title={t('close_case.title')} isOpen={isOpen} onClose={onDone}>
      <ChooseOne
        label={t('close_case.how')}
        size="row"
        options={optionsOf(t, 'case_status', endings)}
        value={status}
        onChange={setStatus}
        error={checked && status === '' ? t('close_case.choose') : undefined}
        isRequired
      />
      <div className="flex flex-wrap gap-3">
        <Button look="main" onPress={close}>
          {t('close_case.action')}
        </Button>
        <Button onPress={onDone}>{t('workspace.cancel')}</Button>
      </div>
    </Dialog>
  );
}
