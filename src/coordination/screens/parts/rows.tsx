import { Link } from 'react-router';
import { Badge } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { ActionRow, FindingRow, RecommendationRow } from '../../contract.ts';
import { Signals, StatusBadge } from './badges.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { Words } from './told.tsx';

const title = 'inline-flex min-h-11 items-center font-bold text-primary underline-offset-4 hover:underline';
const box = 'flex break-inside-avoid flex-col gap-2 rounded-card border bg-card p-4 sm:px-6';

/** What was asked, in one glance: by whom it is carried, by when, how far it came. */
export function RecommendationLine({ row }: { row: RecommendationRow }) {
  const t = useT();
  const dates = useDates();
  return (
    <div className={`${box} ${row.urgent ? 'border-s-8 border-warn' : 'border-line'}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:flex-nowrap sm:items-start">
        <Link to={`/thread/recommendations/${row.id}`} className={title}>
          <Words told={row.title} />
        </Link>
        <span className="flex flex-wrap gap-2 sm:ms-auto sm:shrink-0 sm:py-2">
          {row.urgent && <Badge tone="warn">{t('thread.urgent')}</Badge>}
          <StatusBadge of="recommendation" status={row.status} />
        </span>
      </div>
      <p className="text-sm text-quiet">
        {row.owner ? <bdi>{row.owner.name}</bdi> : t('thread.owner.none')}
        {row.dueOn && ` · ${t('thread.due', { date: dates.day(row.dueOn) })}`}
      </p>
      <ProgressBar progress={row.progress} none={t('thread.nothing_begun')} />
      {(row.actions > 0 || row.endorsements > 0) && (
        <p className="text-sm text-quiet">
          {t('thread.count.actions', { count: row.actions })} · {t('thread.count.endorsements', { count: row.endorsements })}
        </p>
      )}
    </div>
  );
}

/** What is done together; what is blocked, late or silent stands out. */
export function ActionLine({ row }: { row: ActionRow }) {
  const t = useT();
  const dates = useDates();
  const isWrong = row.signals.some((signal) => signal !== 'stalled');
  return (
    <div className={`${box} ${isWrong ? 'border-s-8 border-bad' : row.signals.length > 0 ? 'border-s-8 border-warn' : 'border-line'}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:flex-nowrap sm:items-start">
        <Link to={`/thread/actions/${row.id}`} className={title}>
          <Words told={row.title} />
        </Link>
        <span className="flex flex-wrap gap-2 sm:ms-auto sm:shrink-0 sm:py-2">
          <Signals signals={row.signals} />
          <StatusBadge of="action" status={row.status} />
        </span>
      </div>
      <p className="text-sm text-quiet">
        {row.owner ? <bdi>{row.owner.name}</bdi> : t('thread.owner.region')}
        {` · ${t('thread.count.partners', { count: row.partners })}`}
        {row.endsOn && ` · ${t('thread.ends', { date: dates.day(row.endsOn) })}`}
      </p>
      <ProgressBar progress={row.progress} declared={row.declaredProgress} none={t('thread.no_step')} />
    </div>
  );
}

/** What was said, and how often it comes back. */
export function FindingLine({ row }: { row: FindingRow }) {
  const t = useT();
  return (
    <div className={`${box} border-line`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:flex-nowrap sm:items-start">
        <Link to={`/thread/findings/${row.id}`} className={title}>
          <Words told={row.title} />
        </Link>
        <span className="flex flex-wrap gap-2 sm:ms-auto sm:shrink-0 sm:py-2">
          <Badge>{t(`thread.kind.${row.kind}`)}</Badge>
          {row.status !== 'shared' && <StatusBadge of="finding" status={row.status} />}
        </span>
      </div>
      <p className="text-sm text-quiet">
        {t('thread.count.sources', { count: row.sources })}
        {row.meetings > 0 && ` · ${t('thread.count.meetings', { count: row.meetings })}`} ·{' '}
        {row.raisedBy ? <bdi>{row.raisedBy.name}</bdi> : t('thread.raised_by.region')}
      </p>
    </div>
  );
}
