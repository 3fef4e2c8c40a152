import { Link } from 'react-router';
import { Badge } from '../../../../ui/card.tsx';
import { useDates, useT } from '../../../../workspace/language.tsx';
import { Words } from '../../../screens/parts/told.tsx';
import type { BodyRow, MeetingRow } from '../../contract.ts';
import type { MeetingStatus } from '../../lists.ts';

const box = 'flex break-inside-avoid flex-col gap-1 rounded-card border border-line bg-card p-4 sm:px-6';
const title = 'inline-flex min-h-11 items-center font-bold text-primary underline-offset-4 hover:underline';
const tones: Record<MeetingStatus, 'plain' | 'info' | 'good' | 'bad'> = {
  draft: 'plain',
  called: 'info',
  held: 'good',
  validated: 'good',
  cancelled: 'bad',
};

export function MeetingStatusBadge({ status }: { status: MeetingStatus }) {
  const t = useT();
  return <Badge tone={tones[status]}>{t(`meeting.status.${status}`)}</Badge>;
}

/** When it is, from its first day to its last. */
export function useWhen(): (meeting: Pick<MeetingRow, 'heldOn' | 'endedOn' | 'begins' | 'ends'>) => string {
  const t = useT();
  const dates = useDates();
  return ({ heldOn, endedOn, begins, ends }) => {
    const day = endedOn ? t('meeting.days', { from: dates.day(heldOn), until: dates.day(endedOn) }) : dates.day(heldOn);
    return begins && ends ? t('meeting.day_hours', { date: day, from: begins, until: ends }) : day;
  };
}

/** One meeting in a list: when, where, who holds it, how it stands. */
export function MeetingLine({ row }: { row: MeetingRow }) {
  const t = useT();
  const when = useWhen();
  return (
    <div className={box}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:flex-nowrap sm:items-start">
        <Link to={`/thread/meetings/${row.id}`} className={title}>
          <Words told={row.title} />
        </Link>
        <span className="flex flex-wrap gap-2 sm:ms-auto sm:shrink-0 sm:py-2">
          {row.answer && row.status === 'called' && (
            <Badge tone={row.answer === 'accepted' ? 'good' : row.answer === 'declined' ? 'bad' : 'warn'}>
              {t(row.answer === 'asked' ? 'meeting.mine.awaited' : `meeting.answer.${row.answer}`)}
            </Badge>
          )}
          <MeetingStatusBadge status={row.status} />
        </span>
      </div>
      <p>
        {when(row)}
        {row.place && (
          <>
            {' · '}
            <bdi>{row.place}</bdi>
          </>
        )}
      </p>
      <p className="text-sm text-quiet">
        {row.body ? (
          <>
            <Words told={row.body.name} /> · {t('meeting.number', { count: row.body.number })}
          </>
        ) : (
          t(`meeting.kind.${row.kind}`)
        )}
        {row.organization && (
          <>
            {' · '}
            <bdi>{row.organization.name}</bdi>
          </>
        )}
      </p>
    </div>
  );
}

/** One body in a list, with how often it met. */
export function BodyLine({ row }: { row: BodyRow }) {
  const t = useT();
  return (
    <div className={box}>
      <Link to={`/thread/meetings/bodies/${row.id}`} className={title}>
        <Words told={row.name} />
      </Link>
      <p className="text-sm text-quiet">
        {t(`meeting.body.${row.kind}`)} · <bdi>{row.organization.name}</bdi> · {t('meeting.body.meetings', { count: row.meetings })}
        {row.endedOn && ` · ${t('meeting.body.over')}`}
      </p>
    </div>
  );
}
