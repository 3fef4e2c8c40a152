import { Link } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { useT } from '../../../workspace/language.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import type { MeetingStatus } from '../../meetings/lists.ts';
import { MeetingDecisions } from './decisions/decisions.tsx';
import { minutesPaperTexts, minutesTexts } from './messages/index.ts';

interface WrittenOfProps {
  meetingId: string;
  status: MeetingStatus;
  isOwn: boolean;
  /** Its organisation was asked, and did not decline. */
  isAsked: boolean;
}

/** The ways from a meeting to its notes and its minutes, and what it decided. */
export function WrittenOf(props: WrittenOfProps) {
  return (
    <RoomTexts catalogues={minutesTexts} waiting={null}>
      <RoomTexts catalogues={minutesPaperTexts} waiting={null}>
        <Written {...props} />
      </RoomTexts>
    </RoomTexts>
  );
}

function Written({ meetingId, status, isOwn, isAsked }: WrittenOfProps) {
  const t = useT();
  const takesNotes = (isOwn && status !== 'validated' && status !== 'cancelled') || (isAsked && (status === 'called' || status === 'held'));
  const readsMinutes = status === 'validated' || (isOwn && status === 'held');
  return (
    <>
      {(takesNotes || readsMinutes) && (
        <nav aria-label={t('live.links')} className="no-print flex flex-wrap gap-3">
          {takesNotes && (
            <Link to={`/thread/meetings/${meetingId}/live`} className={buttonClass(status === 'called' ? 'main' : 'second')}>
              {t('live.title')}
            </Link>
          )}
          {readsMinutes && (
            <Link to={`/thread/meetings/${meetingId}/minutes`} className={buttonClass(isOwn && status === 'held' ? 'main' : 'second')}>
              {t('live.links.minutes')}
            </Link>
          )}
        </nav>
      )}
      {(status === 'held' || status === 'validated') && <MeetingDecisions meetingId={meetingId} />}
    </>
  );
}
