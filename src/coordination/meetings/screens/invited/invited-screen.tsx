import { useParams } from 'react-router';
import { Button } from '../../../../ui/button.tsx';
import { Badge, Card, Notice } from '../../../../ui/card.tsx';
import { Empty } from '../../../../ui/state.tsx';
import { type Acts, Done, useActs } from '../../../../workspace/acts.tsx';
import { useDates, useT } from '../../../../workspace/language.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import type { Invited, MeetingView } from '../../contract.ts';
import { type InvitationStatus, invitationStatuses } from '../../lists.ts';
import { isAhead } from '../../rules.ts';
import { MeetingPage } from '../parts/meeting-page.tsx';
import { MeetingsPage } from '../parts/meetings-page.tsx';
import { InviteForm } from './invite-form.tsx';

/** Who is asked to a meeting and what they answered; who has not answered comes first. */
export function InvitedScreen() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useRead<Invited>(`/api/coordination/meetings/${encodeURIComponent(id)}/invitations`);
  if (query.data) return <Invitations {...query.data} />;
  return (
    <MeetingsPage title={t('meeting.way.invited')}>
      <Reading query={query}>{() => null}</Reading>
    </MeetingsPage>
  );
}

function Invitations({ meeting, invitations }: Invited) {
  const t = useT();
  const dates = useDates();
  const acts = useActs();
  const waiting = invitations.filter((one) => one.status === 'asked');
  // One letter a day is enough.
  const today = dates.day(new Date().toISOString());
  const late = waiting.filter(({ writtenAt }) => writtenAt === null || dates.day(writtenAt) !== today);
  const coming = invitations.filter((one) => one.status === 'accepted');
  const isCalled = meeting.status === 'called';
  return (
    <MeetingPage it={meeting}>
      <Done acts={acts} />
      <h2>{t('meeting.way.invited')}</h2>
      {invitations.length === 0 ? (
        <Empty title={t('meeting.invited.none')}>{t('meeting.invited.none.text')}</Empty>
      ) : (
        <>
          <Card>
            <p className="flex flex-wrap gap-2">
              {invitationStatuses.map((status) => {
                const count = invitations.filter((one) => one.status === status).length;
                return (
                  count > 0 && (
                    <Badge key={status} tone={tones[status]}>
                      {t(`meeting.answers.${status}`, { count })}
                    </Badge>
                  )
                );
              })}
            </p>
            {coming.length > 0 && <p>{t('meeting.invited.seats', { count: coming.reduce((sum, one) => sum + (one.seats ?? 1), 0) })}</p>}
            {meeting.status === 'draft' && <p className="text-quiet">{t('meeting.invited.draft')}</p>}
            {isCalled && waiting.length > late.length && (
              <p className="text-quiet">{t('meeting.invited.today', { count: waiting.length - late.length })}</p>
            )}
            {isCalled && late.length > 0 && (
              <p className="no-print">
                <Button
                  look="main"
                  isDisabled={acts.isSending('coordination.remind_invited', { meetingId: meeting.id })}
                  onPress={() =>
                    acts.act({ kind: 'coordination.remind_invited', payload: { meetingId: meeting.id } }, t('meeting.invited.reminded'))
                  }
                >
                  {t('meeting.invited.remind', { count: late.length })}
                </Button>
              </p>
            )}
          </Card>
          <ul className="flex flex-col gap-3">
            {invitations.map((row) => (
              <li key={row.id}>
                <InvitationLine row={row} meeting={meeting} acts={acts} />
              </li>
            ))}
          </ul>
        </>
      )}
      {isAhead(meeting.status) && (
        <InviteForm meeting={meeting} acts={acts} known={invitations.flatMap((one) => (one.organization ? [one.organization.id] : []))} />
      )}
    </MeetingPage>
  );
}

export const tones: Record<InvitationStatus, 'warn' | 'good' | 'info' | 'bad'> = {
  asked: 'warn',
  accepted: 'good',
  tentative: 'info',
  declined: 'bad',
};

interface LineProps {
  row: Invited['invitations'][number];
  meeting: MeetingView;
  acts: Acts;
}
function InvitationLine({ row, meeting, acts }: LineProps) {
  const t = useT();
  const dates = useDates();
  const name = row.organization?.name ?? row.words ?? '';
  const isWaiting = row.status === 'asked' && meeting.status === 'called';
  const isNew = row.writtenAt === null && meeting.status === 'draft';
  return (
    <div className={`flex flex-col gap-1 rounded-card border bg-card p-4 sm:px-6 ${isWaiting ? 'border-s-8 border-warn' : 'border-line'}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <bdi className="font-bold">{name}</bdi>
        <span className="sm:ms-auto">
          {meeting.status !== 'draft' && <Badge tone={tones[row.status]}>{t(`meeting.answer.${row.status}`)}</Badge>}
        </span>
      </div>
      {row.email && (
        <p className="text-sm text-quiet">
          <bdi dir="ltr">{row.email}</bdi>
        </p>
      )}
      {row.writtenAt && <p className="text-sm text-quiet">{t('meeting.invited.written', { date: dates.day(row.writtenAt) })}</p>}
      {row.seats !== null && <p className="text-sm">{t('meeting.seats', { count: row.seats })}</p>}
      {row.note && <p dir="auto">{row.note}</p>}
      {row.unreachable && <Notice tone="warn">{t('meeting.invited.unreachable')}</Notice>}
      <p className="no-print flex flex-wrap gap-x-4">
        {meeting.takesAnswers && <AnswerLink link={row.link} name={name} />}
        {isNew && (
          <Button
            look="quiet"
            aria-label={t('thread.of_named', { name: t('meeting.remove'), word: name })}
            onPress={() =>
              acts.act(
                { kind: 'coordination.uninvite', payload: { meetingId: meeting.id, invitationId: row.id } },
                t('meeting.invited.removed'),
              )
            }
          >
            {t('meeting.remove')}
          </Button>
        )}
      </p>
    </div>
  );
}

/** The link that answers without signing in, for those who are reached by telephone. */
function AnswerLink({ link, name }: { link: string; name: string }) {
  const t = useT();
  return (
    <a
      href={link}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-11 items-center text-primary underline underline-offset-4"
      aria-label={t('thread.of_named', { name: t('meeting.invited.link'), word: name })}
    >
      {t('meeting.invited.link')}
    </a>
  );
}
