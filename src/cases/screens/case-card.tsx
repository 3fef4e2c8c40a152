import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Badge, Reference } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import type { CaseRow } from '../contract.ts';
import { isClosed } from '../lists.ts';
import { clockWords } from './clock-words.ts';
import { localDay } from './day.ts';
import { PriorityBadge, StatusBadge } from './status-badge.tsx';

interface CaseCardProps {
  row: CaseRow;
  /** What may be done without opening the case. */
  children?: ReactNode;
}

/** A case at a glance: whose, how urgent, where it stands, what comes next and by when. */
export function CaseCard({ row, children }: CaseCardProps) {
  const t = useT();
  const now = new Date();
  const clock = clockWords(t, row.dueAt, row.status, now);
  const isLate = clock?.tone === 'bad' || row.referralLate;
  return (
    <div
      className={`relative flex flex-col gap-2 rounded-card border bg-card p-4 hover:border-primary sm:p-5 ${isLate ? 'border-s-8 border-bad' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {/* The whole card follows the link; its name stays the link's only words. */}
        <Link
          to={`/cases/${row.id}`}
          dir="auto"
          className="text-lg font-bold text-primary underline-offset-4 after:absolute after:inset-0 hover:underline"
        >
          {row.personName ?? <Reference>{row.reference}</Reference>}
        </Link>
        <span className="ms-auto flex flex-wrap gap-2">
          <PriorityBadge priority={row.priority} />
          {row.minorSituation && <Badge tone="warn">{t('minor.mark')}</Badge>}
          <StatusBadge status={row.status} />
        </span>
      </div>
      <p>{wordsOf(t, 'need', row.needs)}</p>
      <Next row={row} now={now} clock={clock} />
      <div className="flex flex-wrap items-end justify-between gap-2">
        <p className="text-sm text-quiet">
          {row.personName && (
            <>
              <Reference>{row.reference}</Reference>
              {' · '}
            </>
          )}
          {row.assignedName ? <bdi>{row.assignedName}</bdi> : t('case.unassigned')}
        </p>
        {/* Above the link that covers the card. */}
        {children && <div className="relative z-10">{children}</div>}
      </div>
    </div>
  );
}

/** What is due, and what a partner said. */
function Next({ row, now, clock }: { row: CaseRow; now: Date; clock: ReturnType<typeof clockWords> }) {
  const t = useT();
  const dates = useDates();
  const stepIsLate = row.nextStepOn !== null && row.nextStepOn < localDay(now);
  if (isClosed(row.status)) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {clock && (
        <li className={clock.tone === 'bad' ? 'font-semibold text-bad' : clock.tone === 'warn' ? 'font-semibold text-warn' : undefined}>
          {clock.words}
        </li>
      )}
      {row.nextStepOn && (
        <li className={stepIsLate ? 'font-semibold text-bad' : undefined}>
          {t(stepIsLate ? 'case.step_late' : 'case.next_step', { date: dates.day(row.nextStepOn) })}
        </li>
      )}
      {row.referralStatus && (
        <li className={row.referralLate ? 'font-semibold text-bad' : undefined}>
          <bdi>{row.organizationName}</bdi>
          {t('workspace.colon')}
          {t(row.referralLate ? 'follow_up.late' : `referral_status.${row.referralStatus}`)}
        </li>
      )}
    </ul>
  );
}
