import { Decision } from '../ui/dialog.tsx';
import { useT } from './language.tsx';
import { useSession } from './session.tsx';

interface LeaveProps {
  from: 'here' | 'everywhere';
  /** The server could not be asked the last time. */
  failed: boolean;
  onDecide: () => void;
  onClose: () => void;
}

/** Asked before signing out whenever more than this screen is concerned. */
export function LeaveDecision({ from, failed, onDecide, onClose }: LeaveProps) {
  const t = useT();
  // What was refused goes nowhere by itself: it is not promised that it will leave.
  const waiting = useSession().outbox.filter((e) => e.state === 'waiting').length;
  return (
    <Decision
      title={t(from === 'everywhere' ? 'account.sign_out_everywhere' : 'account.sign_out')}
      onClose={onClose}
      decide={t('account.sign_out')}
      cancel={t('workspace.cancel')}
      onDecide={onDecide}
    >
      {failed ? (
        <p role="alert" className="font-semibold text-bad">
          {t('account.sign_out_failed')}
        </p>
      ) : (
        <>
          {from === 'everywhere' && <p>{t('account.everywhere_explained')}</p>}
          {waiting > 0 && <p>{t('account.outbox_kept', { count: waiting })}</p>}
        </>
      )}
    </Decision>
  );
}
