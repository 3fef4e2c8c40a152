import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Notice } from '../../../../ui/card.tsx';
import { Decision } from '../../../../ui/dialog.tsx';
import { useMissing } from '../../../../ui/focus.ts';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { useT } from '../../../../workspace/language.tsx';
import { Why } from '../../../screens/parts/acts-row.tsx';
import { OwnTexts } from '../../../screens/parts/edit-texts.tsx';
import { today } from '../../../screens/parts/source-fields.tsx';
import { useStanding } from '../../../screens/standing.ts';
import type { MeetingView } from '../../contract.ts';
import { type MeetingAct, meetingActs } from '../../lists.ts';
import { inTheWayOf, isAhead } from '../../rules.ts';
import { isWhen, toWhen, type TypedWhen, WhenFields } from '../parts/when-fields.tsx';

interface MeetingActsProps {
  it: MeetingView;
  acts: Acts;
}

/** What may be done with a meeting as it stands; what is missing for the next step is said before it is pressed. */
export function MeetingActs({ it, acts }: MeetingActsProps) {
  const t = useT();
  const { isSpeaker } = useStanding();
  const [open, setOpen] = useState<'when' | 'cancel'>();
  if (!isSpeaker || !it.isOwn) return null;
  const offered = meetingActs.filter((act) => it.acts.includes(act));
  const next = offered.find((act) => act !== 'cancel');
  const missing = next && inTheWayOf(next, it, today());
  const isWaiting = acts.isSending('coordination.move_meeting', { meetingId: it.id });
  const move = (act: MeetingAct, reason?: string) =>
    acts.act(
      { kind: 'coordination.move_meeting', payload: { meetingId: it.id, act, ...(reason ? { reason } : {}) } },
      t(`meeting.acted.${act}`),
    );
  return (
    <div className="no-print flex flex-col gap-3">
      {next && <NextStep act={next} missing={missing} />}
      <p className="flex flex-wrap items-center gap-3">
        {next && !missing && (
          <Button look="main" isDisabled={isWaiting} onPress={() => move(next)}>
            {t(`meeting.act.${next}`)}
          </Button>
        )}
        {isAhead(it.status) && <Button onPress={() => setOpen('when')}>{t('meeting.change_when')}</Button>}
        {offered.includes('cancel') && (
          <Button look="danger" isDisabled={isWaiting} onPress={() => setOpen('cancel')}>
            {t('meeting.act.cancel')}
          </Button>
        )}
      </p>
      {isAhead(it.status) && (
        <OwnTexts
          conflicts={it.conflicts}
          mayWrite
          subjectKind="meeting"
          subjectId={it.id}
          texts={{ title: it.title, purpose: it.purpose }}
          acts={acts}
        />
      )}
      {open === 'when' && <ChangeWhen it={it} acts={acts} onClose={() => setOpen(undefined)} />}
      {open === 'cancel' && (
        <Why
          title={t('meeting.act.cancel')}
          onClose={() => setOpen(undefined)}
          onDecide={({ reason }) => {
            setOpen(undefined);
            return move('cancel', reason);
          }}
        />
      )}
    </div>
  );
}

/** What comes next, or what is missing for it. */
function NextStep({ act, missing }: { act: MeetingAct; missing: string | undefined }) {
  const t = useT();
  if (missing === 'meeting_not_begun') return <Notice>{t('meeting.next.wait')}</Notice>;
  return <Notice tone={missing ? 'warn' : 'info'}>{t(missing ? `refusal.${missing}` : `meeting.next.${act}`)}</Notice>;
}

function ChangeWhen({ it, acts, onClose }: MeetingActsProps & { onClose: () => void }) {
  const t = useT();
  const { value, change, discard } = useDraft<TypedWhen>(`meeting:when:${it.id}`, () => ({
    heldOn: it.heldOn,
    endedOn: it.endedOn ?? '',
    begins: it.begins ?? '',
    ends: it.ends ?? '',
    place: it.place,
    link: it.link ?? '',
  }));
  const missing = useMissing(value !== undefined && !isWhen(value));
  if (!value) return null;
  async function save(): Promise<void> {
    if (!value || !missing.mayGoOn()) return;
    onClose();
    await acts.act({ kind: 'coordination.change_meeting', payload: { meetingId: it.id, ...toWhen(value) } }, t('meeting.saved'));
    await discard();
  }
  return (
    <Decision title={t('meeting.change_when')} onClose={onClose} decide={t('thread.save')} cancel={t('workspace.cancel')} onDecide={save}>
      {it.status === 'called' && <Notice>{t('meeting.change_when.told')}</Notice>}
      <WhenFields value={value} onChange={change} isChecked={missing.isShown} />
    </Decision>
  );
}
