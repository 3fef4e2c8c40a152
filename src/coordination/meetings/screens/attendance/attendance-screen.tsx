import { Link, useParams } from 'react-router';
import { Button, buttonClass } from '../../../../ui/button.tsx';
import { Card, Notice } from '../../../../ui/card.tsx';
import { type Acts, Done, useActs } from '../../../../workspace/acts.tsx';
import { useT } from '../../../../workspace/language.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import { useSession } from '../../../../workspace/session.tsx';
import { useStanding } from '../../../screens/standing.ts';
import type { Attendance, AttendanceRow } from '../../contract.ts';
import { isOpen } from '../../rules.ts';
import { CameTotals } from '../parts/came-totals.tsx';
import { MeetingPage } from '../parts/meeting-page.tsx';
import { MeetingsPage } from '../parts/meetings-page.tsx';
import { CountForm } from './count-form.tsx';

/** Who came: counted by hand from the sheet, or by each person from the code on the wall. Never a name. */
export function AttendanceScreen() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useRead<Attendance>(`/api/coordination/meetings/${encodeURIComponent(id)}/attendance`);
  if (query.data) return <Counted {...query.data} />;
  return (
    <MeetingsPage title={t('meeting.way.attendance')}>
      <Reading query={query}>{() => null}</Reading>
    </MeetingsPage>
  );
}

function Counted({ meeting, rows, invited, presence }: Attendance) {
  const t = useT();
  const acts = useActs();
  const { outbox } = useSession();
  const onTheWay = outbox.filter(
    (entry) => entry.kind === 'coordination.record_attendance' && entry.payload.meetingId === meeting.id,
  ).length;
  const mayCount = isOpen(meeting.status) && meeting.status !== 'draft';
  return (
    <MeetingPage it={meeting}>
      <h2>{t('meeting.way.attendance')}</h2>
      {meeting.status === 'draft' && <Notice>{t('meeting.attendance.not_yet')}</Notice>}
      {mayCount && <CountForm meeting={meeting} invited={invited} />}
      <Done acts={acts} />
      {onTheWay > 0 && <Notice>{t('meeting.attendance.on_the_way', { count: onTheWay })}</Notice>}
      <Card>
        <CameTotals it={meeting} />
      </Card>
      {mayCount && <Papers meetingId={meeting.id} isToday={presence.isOpen} />}
      <Rows meetingId={meeting.id} rows={rows} acts={acts} mayRemove={mayCount} />
    </MeetingPage>
  );
}

/** What is put on the wall and on the table. */
function Papers({ meetingId, isToday }: { meetingId: string; isToday: boolean }) {
  const t = useT();
  const { organizationId } = useStanding();
  return (
    <Card className="no-print">
      <h3>{t('meeting.attendance.room')}</h3>
      <p>{t(isToday ? 'meeting.attendance.code.today' : 'meeting.attendance.code.later')}</p>
      <p className="flex flex-wrap gap-3">
        <Link to={`/thread/meetings/${meetingId}/code`} className={buttonClass('second')}>
          {t('meeting.attendance.code')}
        </Link>
        {(['fr', 'ar'] as const).map((language) => (
          <a
            key={language}
            href={`/api/coordination/meetings/${meetingId}/sheet.pdf?language=${language}&organization=${organizationId}`}
            target="_blank"
            rel="noreferrer"
            className={buttonClass('second')}
          >
            {t(`meeting.attendance.sheet.${language}`)}
          </a>
        ))}
      </p>
    </Card>
  );
}

interface RowsProps {
  meetingId: string;
  rows: readonly AttendanceRow[];
  acts: Acts;
  mayRemove: boolean;
}
/** Row by row, the last one first, so that a mistake is seen and taken out. */
function Rows({ meetingId, rows, acts, mayRemove }: RowsProps) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <Card>
      <h3>{t('meeting.attendance.rows')}</h3>
      <ul className="flex flex-col divide-y divide-line">
        {rows.map((row) => {
          const name = row.organization?.name ?? row.words ?? t('meeting.attendance.no_organization');
          return (
            <li key={row.id} className="flex flex-wrap items-center gap-x-3 py-1">
              <span>
                <bdi>{name}</bdi>
                {row.role && (
                  <>
                    {' · '}
                    <bdi>{row.role}</bdi>
                  </>
                )}
                {` · ${t(`meeting.sex.${row.sex}`)}`}
                {!row.byHand && ` · ${t('meeting.attendance.by_code')}`}
              </span>
              {mayRemove && (
                <Button
                  look="quiet"
                  className="ms-auto mx-0!"
                  aria-label={t('thread.of_named', { name: t('meeting.remove'), word: name })}
                  onPress={() =>
                    acts.act(
                      { kind: 'coordination.remove_attendance', payload: { meetingId, attendanceId: row.id } },
                      t('meeting.attendance.removed'),
                    )
                  }
                >
                  {t('meeting.remove')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
