import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Badge, Card } from '../../../../ui/card.tsx';
import { ChooseOne } from '../../../../ui/choice.tsx';
import { Field } from '../../../../ui/field.tsx';
import { useMissing } from '../../../../ui/focus.ts';
import { Stepper } from '../../../../ui/stepper.tsx';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { useT } from '../../../../workspace/language.tsx';
import { optionsOf } from '../../../../workspace/options.ts';
import { useStanding } from '../../../screens/standing.ts';
import type { InvitationRow, MeetingView } from '../../contract.ts';
import { answers } from '../../lists.ts';

interface OwnAnswerProps {
  it: MeetingView;
  acts: Acts;
}

/** What the reader's organisation answers to being asked; the first thing to do for those who have not. */
export function OwnAnswer({ it, acts }: OwnAnswerProps) {
  const t = useT();
  const { isSpeaker } = useStanding();
  const [isChanging, setChanging] = useState(false);
  const { mine } = it;
  if (!mine) return null;
  const mayAnswer = isSpeaker && it.takesAnswers;
  const isOpen = mayAnswer && (mine.status === 'asked' || isChanging);
  return (
    <Card className={mine.status === 'asked' && mayAnswer ? 'border-s-8! border-s-warn!' : ''}>
      <h2>{t('meeting.mine')}</h2>
      {isOpen ? (
        <AnswerForm it={it} mine={mine} acts={acts} onDone={() => setChanging(false)} />
      ) : (
        <>
          <p>
            <Badge tone={mine.status === 'accepted' ? 'good' : mine.status === 'declined' ? 'bad' : 'warn'}>
              {t(`meeting.answer.${mine.status}`)}
            </Badge>
            {mine.seats !== null && ` ${t('meeting.seats', { count: mine.seats })}`}
          </p>
          {mine.note && <p dir="auto">{mine.note}</p>}
          {mayAnswer && (
            <p className="no-print">
              <Button onPress={() => setChanging(true)}>{t('meeting.mine.change')}</Button>
            </p>
          )}
        </>
      )}
    </Card>
  );
}

interface AnswerDraft {
  status: (typeof answers)[number] | '';
  seats: number;
  note: string;
}
function AnswerForm({ it, mine, acts, onDone }: OwnAnswerProps & { mine: InvitationRow; onDone: () => void }) {
  const t = useT();
  const { value, change, discard } = useDraft<AnswerDraft>(`meeting:answer:${it.id}`, () => ({
    status: mine.status === 'asked' ? '' : mine.status,
    seats: mine.seats ?? 1,
    note: mine.note,
  }));
  const missing = useMissing(value?.status === '');
  if (!value) return null;
  async function send(): Promise<void> {
    if (!value || !missing.mayGoOn()) return;
    const { status, seats, note } = value;
    await acts.act(
      {
        kind: 'coordination.answer_invitation',
        payload: { invitationId: mine.id, status, seats: status === 'declined' ? null : seats, note: note.trim() },
      },
      t('meeting.mine.sent'),
    );
    await discard();
    onDone();
  }
  return (
    <>
      <ChooseOne
        label={t('meeting.mine.come')}
        options={optionsOf(t, 'meeting.answering', answers)}
        value={value.status}
        onChange={(status) => change({ status })}
        error={missing.isShown && value.status === '' ? t('thread.choose_one') : undefined}
      />
      {value.status !== 'declined' && (
        <Stepper
          label={t('meeting.mine.seats')}
          less={t('meeting.mine.less')}
          more={t('meeting.mine.more')}
          least={1}
          most={99}
          value={value.seats}
          onChange={(seats) => change({ seats })}
        />
      )}
      <Field label={t('meeting.mine.note')} rows={2} maxLength={500} value={value.note} onChange={(note) => change({ note })} />
      <p className="no-print">
        <Button look="main" onPress={send}>
          {t('meeting.mine.send')}
        </Button>
      </p>
    </>
  );
}
