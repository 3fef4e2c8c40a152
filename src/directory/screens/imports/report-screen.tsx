import { Link, useParams } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { CarePage } from '../care-page.tsx';
import { useIsEditor } from '../place.ts';
import type { ImportReport } from './answers.ts';
import { ImportCounts } from './import-counts.tsx';
import { ImportNotes } from './import-notes.tsx';
import { importTexts } from './messages/index.ts';
import { ResultBadge } from './result-badge.tsx';
import { RowErrors } from './row-errors.tsx';

export function ReportScreen() {
  return (
    <RoomTexts catalogues={importTexts}>
      <Report />
    </RoomTexts>
  );
}

/** What came of one import: what is new, what did not fit and why, and what an editor should look at. */
function Report() {
  const t = useT();
  const query = useRead<ImportReport>(`/api/directory/care/imports/${useParams().reportId ?? ''}`);
  return (
    <CarePage title={t('imports.report.title')} back={{ to: '/directory/imports', label: t('imports.title') }}>
      <Reading query={query}>{(report) => <OneReport report={report} />}</Reading>
    </CarePage>
  );
}

function OneReport({ report }: { report: ImportReport }) {
  const t = useT();
  const dates = useDates();
  const isEditor = useIsEditor();
  const { name, kind, result, reason, startedAt, finishedAt, newRows, changedRows, vanishedRows, differences } = report;
  const isSame = result === 'ok' && newRows + changedRows + vanishedRows === 0;
  return (
    <>
      <Card className="gap-2!">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <h2 className="text-lg wrap-anywhere">
            <bdi>{name}</bdi>
          </h2>
          <ResultBadge result={result} />
        </div>
        <p className="text-sm text-quiet">
          {t(`imports.kind.${kind}`)} · {t('imports.report.when', { from: dates.moment(startedAt), to: dates.moment(finishedAt) })}
        </p>
      </Card>
      {reason && (
        <Notice tone="bad">
          <p className="font-semibold">{t(`imports.reason.${reason}`)}</p>
          <p>{t('imports.report.nothing')}</p>
        </Notice>
      )}
      {isSame && <Notice tone="good">{t('imports.report.same')}</Notice>}
      {differences > 0 && (
        <Notice tone="warn">
          <p>{t('imports.differences', { count: differences })}</p>
          {isEditor && (
            <p>
              <Link to="/directory/differences" className={buttonClass('second')}>
                {t('imports.differences.see')}
              </Link>
            </p>
          )}
        </Notice>
      )}
      {result === 'ok' && <ImportCounts report={report} title={t('imports.report.in')} />}
      <ImportNotes report={report} />
      {report.errors.length > 0 && <RowErrors report={report} />}
    </>
  );
}
