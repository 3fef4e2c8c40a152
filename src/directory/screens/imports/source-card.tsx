import { Link } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Badge, Card, Notice } from '../../../ui/card.tsx';
import { Loading } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import type { ImportSource } from './answers.ts';
import { ResultBadge } from './result-badge.tsx';

interface SourceCardProps {
  source: ImportSource;
  acts: Acts;
  onChange: () => void;
  onRemove: () => void;
}

/** One directory that comes in by itself: how it went last, when it comes next, and what can be done. */
export function SourceCard({ source, acts, onChange, onRemove }: SourceCardProps) {
  const t = useT();
  const { id: sourceId, name, address, active, rhythm } = source;
  const isSending = (['change_import_source', 'pause_import_source', 'remove_import_source', 'import_now'] as const).some((act) =>
    acts.isSending(`directory.${act}`, { sourceId }),
  );
  const isMoving = source.runningSince !== null || source.isDue;
  const pause = (paused: boolean) =>
    acts.act(
      { kind: 'directory.pause_import_source', payload: { sourceId, paused } },
      t(paused ? 'imports.paused' : 'imports.resumed', { name }),
    );
  return (
    <Card className="gap-3!">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 className="text-lg">
          <bdi>{name}</bdi>
        </h2>
        {!active && <Badge>{t('imports.state.paused')}</Badge>}
      </div>
      <p className="text-sm text-quiet">
        {t(`imports.rhythm.${rhythm}`)} ·{' '}
        <bdi dir="ltr" className="wrap-anywhere">
          {address}
        </bdi>
      </p>
      <Progress source={source} />
      <Last source={source} />
      {isSending ? (
        <p className="text-quiet">{t('outbox.this_waits')}</p>
      ) : (
        <div className="no-print flex flex-wrap gap-x-5 gap-y-2">
          {active && !isMoving && (
            <Button
              aria-label={t('imports.now_named', { name })}
              onPress={() => acts.act({ kind: 'directory.import_now', payload: { sourceId } }, t('imports.now_asked', { name }))}
            >
              {t('imports.now')}
            </Button>
          )}
          {!active && (
            <Button aria-label={t('imports.resume_named', { name })} onPress={() => pause(false)}>
              {t('imports.resume')}
            </Button>
          )}
          <Button look="quiet" className="mx-0!" aria-label={t('imports.change_named', { name })} onPress={onChange}>
            {t('imports.change')}
          </Button>
          {active && (
            <Button look="quiet" className="mx-0!" aria-label={t('imports.pause_named', { name })} onPress={() => pause(true)}>
              {t('imports.pause')}
            </Button>
          )}
          <Button look="quiet" className="mx-0!" aria-label={t('imports.remove_named', { name })} onPress={onRemove}>
            {t('imports.remove')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Progress({ source: { runningSince, isDue, active, dueAt } }: { source: ImportSource }) {
  const t = useT();
  const dates = useDates();
  if (runningSince !== null) return <Loading>{t('imports.running_since', { date: dates.moment(runningSince) })}</Loading>;
  if (isDue) return <Loading>{t('imports.waiting')}</Loading>;
  return active ? <p>{t('imports.next', { date: dates.moment(dueAt) })}</p> : null;
}

function Last({ source: { name, last, failures, active } }: { source: ImportSource }) {
  const t = useT();
  const dates = useDates();
  if (!last) return <p className="text-quiet">{t('imports.never')}</p>;
  const date = dates.moment(last.finishedAt);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {t('imports.last', { date })} <ResultBadge result={last.result} />
      </p>
      {last.reason && (
        <Notice tone="bad">
          <p>{t(`imports.reason.${last.reason}`)}</p>
          {active && failures > 0 && <p>{t('imports.failures', { count: failures })}</p>}
        </Notice>
      )}
      <p>
        <Link
          to={`/directory/imports/${last.id}`}
          aria-label={t('imports.see_report_named', { name, date })}
          className={buttonClass('quiet', 'mx-0!')}
        >
          {t('imports.see_report')}
        </Link>
      </p>
    </>
  );
}
