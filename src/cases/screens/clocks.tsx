import { useDates, useT } from '../../workspace/language.tsx';
import type { CaseFile, ClockRow } from '../contract-file.ts';
import { clockWords } from './clock-words.ts';

/** What the person is owed and by when: in days, with the law or promise it comes from. */
export function Clocks({ file }: { file: CaseFile }) {
  const t = useT();
  if (file.clocks.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2 border-y border-line py-3">
      {file.clocks.map((clock) => (
        <li key={clock.kind}>
          <span className="text-quiet">{t(`clock_kind.${clock.kind}`) + t('workspace.colon')}</span>
          <ClockLine clock={clock} file={file} />
          <p className="text-sm text-quiet">
            {t('clock.days', { count: clock.days })} · <span dir="auto">{clock.source}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function ClockLine({ clock, file }: { clock: ClockRow; file: CaseFile }) {
  const t = useT();
  const dates = useDates();
  if (clock.stoppedAt) return <span>{t('clock.stopped', { date: dates.day(clock.stoppedAt) })}</span>;
  if (clock.pausedAt) {
    return (
      <span className="font-semibold">
        {t('clock.paused_since', { date: dates.day(clock.pausedAt) })}
        {clock.pauseReason && (
          <>
            {t('workspace.colon')}
            <bdi>{clock.pauseReason === 'waiting_person' ? t('case_status.waiting_person') : clock.pauseReason}</bdi>
          </>
        )}
      </span>
    );
  }
  const left = clockWords(t, clock.dueAt, file.case.status, new Date());
  return (
    <span className={left?.tone === 'bad' ? 'font-semibold text-bad' : left?.tone === 'warn' ? 'font-semibold text-warn' : 'font-semibold'}>
      {left?.words} · {t('clock.until', { date: dates.day(clock.dueAt) })}
    </span>
  );
}
