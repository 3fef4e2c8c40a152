import { Notice } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useMissing } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { useSession } from '../../workspace/session.tsx';
import type { CaseFile } from '../contract-file.ts';
import type { CaseAction } from '../lists.ts';
import { nextStatus, transitionFor } from '../rules.ts';

interface MoveDraft {
  action: CaseAction | '';
  reason: string;
  note: string;
}
const blank: MoveDraft = { action: '', reason: '', note: '' };
interface MoveDialogProps {
  file: CaseFile;
  title: string;
  actions: readonly CaseAction[];
  onClose: () => void;
  onMoved: () => void;
}

/** Asks what the table of states asks: which way, a reason of its list, or words. */
export function MoveDialog({ file, title, actions, onClose, onMoved }: MoveDialogProps) {
  const t = useT();
  const { send } = useSession();
  const { case: row } = file;
  const { value = blank, change, discard } = useDraft<MoveDraft>(`move:${row.id}`, () => blank);
  const action = actions.length === 1 ? actions[0] : actions.find((a) => a === value.action);
  const transition = action && transitionFor(row.status, action);
  const reason = transition?.reasons?.find((r) => r === value.reason);
  const note = value.note.trim();
  const next = action ? nextStatus(row.status, { action, reason, note }) : { refused: 'action' };
  const lacks = 'refused' in next ? next.refused : undefined;
  const missing = useMissing(lacks !== undefined);

  async function move(): Promise<void> {
    if (!missing.mayGoOn()) return;
    await send({ kind: 'cases.move', payload: { caseId: row.id, action, ...(reason ? { reason } : {}), ...(note ? { note } : {}) } });
    await discard();
    onMoved();
  }
  const shown = missing.isShown ? lacks : undefined;
  const hasOpenReferral = row.referralStatus === 'sent' || row.referralStatus === 'accepted';
  return (
    <Decision title={title} onClose={onClose} decide={t('move.action')} cancel={t('workspace.cancel')} onDecide={() => move()}>
      {hasOpenReferral && actions.includes('solve') && <Notice tone="warn">{t('refusal.referral_still_open')}</Notice>}
      {action !== 'reopen' && (
        <ChooseOne
          label={t(actions.includes('solve') ? 'move.how_closed' : 'move.who_waited')}
          options={optionsOf(t, 'move', actions)}
          value={action ?? ''}
          onChange={(chosen) => change({ action: chosen })}
          error={shown === 'action' ? t('move.choose') : undefined}
          isRequired
        />
      )}
      {transition?.reasons && action && (
        <ChooseOne
          label={t(`move_reason.${action}`)}
          size="row"
          options={optionsOf(t, 'case_reason', transition.reasons).map((option) => ({
            ...option,
            // What the person is told stands right under the reason, to be read while choosing it.
            detail:
              action === 'declare_not_receivable' && option.value === reason
                ? t('move.tell_person', { words: t(`tell.${reason}`) })
                : undefined,
          }))}
          value={reason ?? ''}
          onChange={(chosen) => change({ reason: chosen })}
          error={shown === 'reason_missing' ? t('move.choose') : undefined}
          isRequired
        />
      )}
      {action && (
        <Field
          label={transition?.note ? t(`move_note.${action}`) : t('move_note.optional')}
          rows={3}
          maxLength={2000}
          value={value.note}
          onChange={(words) => change({ note: words })}
          error={shown === 'note_missing' ? t('move.write') : undefined}
          isRequired={transition?.note ?? false}
        />
      )}
    </Decision>
  );
}
