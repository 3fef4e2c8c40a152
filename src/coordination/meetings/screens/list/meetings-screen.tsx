import { Link } from 'react-router';
import { buttonClass } from '../../../../ui/button.tsx';
import { Empty } from '../../../../ui/state.tsx';
import { useT } from '../../../../workspace/language.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import { ThreadPage } from '../../../screens/parts/thread-page.tsx';
import { useStanding } from '../../../screens/standing.ts';
import type { BodyRow, MeetingRow, Meetings } from '../../contract.ts';
import { isAhead } from '../../rules.ts';
import { BodyLine, MeetingLine } from '../parts/rows.tsx';

/** What is coming, what was, and the bodies that meet again and again. */
export function MeetingsScreen() {
  const t = useT();
  const { isSpeaker } = useStanding();
  const query = useRead<Meetings>('/api/coordination/meetings');
  return (
    <ThreadPage
      title={t('meeting.title')}
      intro={t('meeting.intro')}
      actions={
        isSpeaker && (
          <>
            <Link to="/thread/meetings/bodies/new" className={buttonClass('second', 'justify-center')}>
              {t('meeting.body.new')}
            </Link>
            <Link to="/thread/meetings/new" className={buttonClass('main')}>
              {t('meeting.new')}
            </Link>
          </>
        )
      }
    >
      <Reading query={query}>
        {({ meetings, bodies, calendar }) => (
          <>
            <Ahead rows={meetings.filter((m) => isAhead(m.status))} isSpeaker={isSpeaker} />
            {bodies.length > 0 && <Bodies rows={bodies} />}
            <Past rows={meetings.filter((m) => !isAhead(m.status))} />
            <InCalendar path={calendar} />
          </>
        )}
      </Reading>
    </ThreadPage>
  );
}

/** The same meetings in the calendar of a telephone or a computer, kept up to date by itself. */
function InCalendar({ path }: { path: string }) {
  const t = useT();
  return (
    <section className="no-print flex flex-col gap-2">
      <h2>{t('meeting.calendar')}</h2>
      <p className="text-quiet">{t('meeting.calendar.hint')}</p>
      <p>
        <a href={`webcal://${location.host}${path}`} className={buttonClass('second')}>
          {t('meeting.calendar.follow')}
        </a>
      </p>
    </section>
  );
}

/** The next one first. */
function Ahead({ rows, isSpeaker }: { rows: MeetingRow[]; isSpeaker: boolean }) {
  const t = useT();
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('meeting.ahead')}</h2>
      {rows.length === 0 ? (
        <Empty title={t('meeting.ahead.none')}>{t(isSpeaker ? 'meeting.ahead.none.write' : 'meeting.ahead.none.read')}</Empty>
      ) : (
        <Lines rows={rows.toReversed()} />
      )}
    </section>
  );
}
function Past({ rows }: { rows: MeetingRow[] }) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('meeting.past')}</h2>
      <Lines rows={rows} />
    </section>
  );
}
const Lines = ({ rows }: { rows: MeetingRow[] }) => (
  <ul className="flex flex-col gap-3">
    {rows.map((row) => (
      <li key={row.id}>
        <MeetingLine row={row} />
      </li>
    ))}
  </ul>
);
function Bodies({ rows }: { rows: BodyRow[] }) {
  const t = useT();
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('meeting.bodies')}</h2>
      <ul className="flex flex-col gap-3">
        {rows.map((row) => (
          <li key={row.id}>
            <BodyLine row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}
