import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import type { Acts } from '../../../workspace/acts.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Told } from '../../contract.ts';
import { actionMoves, findingMoves, recommendationMoves } from '../../rules.ts';
import { useTold } from './told.tsx';

const movesOf = { recommendation: recommendationMoves, action: actionMoves, finding: findingMoves };
/** What ends a thing is never the first that offers itself. */
const hard = new Set(['reject', 'drop', 'abandon', 'merge']);
const late = new Set(['finish', 'reopen', 'resume', 'unmerge']);

interface ActsRowProps {
  kind: keyof typeof movesOf;
  id: string;
  /** What may be done with it now. */
  acts: readonly string[];
  sending: Acts;
  /** Into which others it may be merged. */
  targets?: readonly { id: string; title: Told }[];
  /** Something else beside it already is the first thing to do. */
  hasMain?: boolean;
}

/** What may be done with a thing as it stands; where words are needed that say why, they are asked first. */
export function ActsRow({ kind, id, acts, sending, targets = [], hasMain = false }: ActsRowProps) {
  const t = useT();
  const [asked, setAsked] = useState<string>();
  const command = `coordination.move_${kind}`;
  const subject = { [`${kind}Id`]: id };
  const isWaiting = sending.isSending(command, subject);
  const moveOf = (act: string) => movesOf[kind].find((move) => move.act === act);
  const move = (act: string, why: { reason?: string; targetId?: string } = {}) =>
    sending.act({ kind: command, payload: { ...subject, act, ...why } }, t(`thread.acted.${kind}.${act}`));
  return (
    <>
      {acts.map((act, place) => (
        <Button
          key={act}
          look={hard.has(act) ? 'danger' : place === 0 && !hasMain && !late.has(act) ? 'main' : 'second'}
          isDisabled={isWaiting}
          onPress={() => (moveOf(act)?.reason ? setAsked(act) : move(act))}
        >
          {t(`thread.act.${kind}.${act}`)}
        </Button>
      ))}
      {asked && (
        <Why
          title={t(`thread.act.${kind}.${asked}`)}
          targets={moveOf(asked)?.target ? targets : undefined}
          onClose={() => setAsked(undefined)}
          onDecide={(why) => {
            setAsked(undefined);
            return move(asked, why);
          }}
        />
      )}
    </>
  );
}

interface WhyProps {
  title: string;
  targets?: readonly { id: string; title: Told }[] | undefined;
  onClose: () => void;
  onDecide: (why: { reason: string; targetId?: string }) => unknown;
}

/** Asks for the reason, and into which other one. The words are read by everyone who reads the thing. */
export function Why({ title, targets, onClose, onDecide }: WhyProps) {
  const t = useT();
  const told = useTold();
  const [reason, setReason] = useState('');
  const [targetId, setTarget] = useState('');
  const isTargetMissing = targets !== undefined && targetId === '';
  const missing = useMissing(reason.trim() === '' || isTargetMissing);
  const decide = () => missing.mayGoOn() && onDecide({ reason: reason.trim(), ...(targetId ? { targetId } : {}) });
  return (
    <Decision title={title} onClose={onClose} decide={title} cancel={t('workspace.cancel')} onDecide={decide}>
      {targets && (
        <>
          <NativeSelect label={t('thread.merge.into')} value={targetId} onChange={setTarget}>
            <option value="">{t('thread.choose')}</option>
            {targets.map((target) => (
              <option key={target.id} value={target.id}>
                {told(target.title)}
              </option>
            ))}
          </NativeSelect>
          {missing.isShown && isTargetMissing && (
            <p role="alert" className="font-semibold text-bad">
              {t('thread.merge.missing')}
            </p>
          )}
        </>
      )}
      <Field
        label={t('thread.reason')}
        hint={t('thread.reason.hint')}
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={setReason}
        {...(missing.isShown && reason.trim() === '' ? { error: t('invitation.needed') } : {})}
      />
    </Decision>
  );
}
