import { useDates, useLanguage } from '../../workspace/language.tsx';
import type { HistoryRow } from '../contract-file.ts';

/** What was done with the file and by whom, newest first; never the words of a note. */
export function History({ rows }: { rows: readonly HistoryRow[] }) {
  const { t } = useLanguage();
  return (
    <details className="no-print">
      <summary className="min-h-11 content-center font-semibold text-primary">{t('history.title')}</summary>
      <ol className="flex flex-col gap-3 border-s-4 border-line ps-4">
        {rows.map((row) => (
          <li key={`${row.kind}${row.at}${row.title}`}>
            <Line row={row} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Line({ row }: { row: HistoryRow }) {
  const { t, has } = useLanguage();
  const dates = useDates();
  const what = `history.${row.kind}`;
  const details = [
    row.to && has(`case_status.${row.to}`) ? t(`case_status.${row.to}`) : undefined,
    row.reason && has(`case_reason.${row.reason}`) ? t(`case_reason.${row.reason}`) : undefined,
    row.level && row.level !== 'ordinary' ? t(`note_level.${row.level}`) : undefined,
    row.title,
  ].filter(Boolean);
  return (
    <>
      <p>
        <span className="font-semibold">{t(has(what) ? what : 'history.other')}</span>
        {details.length > 0 && (
          <>
            {t('workspace.colon')}
            <bdi>{details.join(' · ')}</bdi>
          </>
        )}
      </p>
      {row.note && (
        <p dir="auto" className="whitespace-pre-line">
          {row.note}
        </p>
      )}
      <p className="text-sm text-quiet">
        <bdi>{row.by ?? '—'}</bdi> · <time dateTime={row.at}>{dates.moment(row.at)}</time>
      </p>
    </>
  );
}
