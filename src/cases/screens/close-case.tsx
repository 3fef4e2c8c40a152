import { useState } from 'react';
import { ChooseOne } from '../../ui/choice.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { useMissing } from '../../ui/focus.ts';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { useSession } from '../../workspace/session.tsx';

const endings = ['orient', 'solve', 'abandon'] as const;

export function CloseCase({ caseId, isOpen, onDone }: { caseId: string; isOpen: boolean; onDone: () => void }) {
  const t = useT();
  const { send } = useSession();
  const [status, setStatus] = useState<(typeof endings)[number] | ''>('');
  const missing = useMissing(status === '');
  function close(): void {
    if (!missing.mayGoOn()) return;
    void send({ kind: 'cases.close', payload: { caseId, status } });
    onDone();
  }
  return (
    <Decision
      title={t('close_case.title')}
      isOpen={isOpen}
      onClose={onDone}
      decide={t('close_case.action')}
      cancel={t('workspace.cancel')}
      onDecide={close}
    >
      <ChooseOne
        label={t('close_case.how')}
        size="row"
        options={optionsOf(t, 'case_status', endings)}
        value={status}
        onChange={setStatus}
        error={missing.isShown ? t('close_case.choose') : undefined}
        isRequired
      />
    </Decision>
  );
}
