import { useDates, useT } from '../../workspace/language.tsx';
import type { CaseFile, ClockRow } from '../contract-file.ts';
import { clockWords } from './clock-words.ts';

/** What the person is owed and by when: in days, with the law or promise it comes from. */
export function Clocks({ file }: { file: CaseFile }) {
  const t = useT();
  if (file.clocks.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('clock.title')}</h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {file.clocks.map((clock) => (
          <li key={clock.kind} className="flex flex-col gap-1 rounded-card border border-line bg-card p-4">
            <h3>{t(`clock_kind.${clock.kind}`)}</h3>
            <ClockLine clock={clock} file={file} />
            <p className="text-sm text-quiet">
              {t('clock.days', { count: clock.days })} · <span dir="auto">{clock.source}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClockLine({ clock, file }: { clock: ClockRow; file: CaseFile }) {
  const t = useT();
  const dates = useDates();
  if (clock.stoppedAt) return <p>{t('clock.stopped', { date: dates.day(clock.stoppedAt) })}</p>;
  if (clock.pausedAt) {
    return (
      <p>
        {t('clock.paused_since', { date: dates.day(clock.pausedAt) })}
        {clock.pauseReason && (
          <>
            {' : '}
            <bdi>{clock.pauseReason === 'waiting_person' ? t('case_status.waiting_person') : clock.pauseReason}</bdi>
          </>
        )}
      </p>
    );
  }
  const left = clockWords(t, clock.dueAt, file.case.status, new Date());
  return (
    <p className={left?.tone === 'bad' ? 'font-semibold text-bad' : left?.tone === 'warn' ? 'font-semibold text-warn' : 'font-semibold'}>
      {left?.words} · {t('clock.until', { date: dates.day(clock.dueAt) })}
    </p>
  );
}
