import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { Loading } from '../../../ui/state.tsx';
import { useCodeText, useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { CarePage } from '../care-page.tsx';
import type { ImportFile } from './answers.ts';
import { FileActs } from './file-acts.tsx';
import { filesPath } from './file-form-screen.tsx';
import { FileState } from './file-state.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportNotes } from './import-notes.tsx';
import { importTexts } from './messages/index.ts';
import { RowErrors } from './row-errors.tsx';

/** How often what is under way is looked at again. */
const lookAgain = 1000;

export function FileScreen() {
  return (
    <RoomTexts catalogues={importTexts}>
      <FilePage />
    </RoomTexts>
  );
}

/** What one file would bring, and the button with which exactly that comes in. */
function FilePage() {
  const t = useT();
  const { fileId = '' } = useParams();
  const { outbox } = useSession();
  const query = useRead<ImportFile>(`${filesPath}/${fileId}`);
  const { refetch, data, dataUpdatedAt } = query;
  const isSending = outbox.some(({ state, payload }) => state === 'waiting' && payload.fileId === fileId);
  // What the server said before it was asked is old.
  const [askedAt, setAskedAt] = useState(0);
  useEffect(() => (isSending ? () => setAskedAt(Date.now()) : undefined), [isSending]);
  const isMoving = isSending || dataUpdatedAt < askedAt || data?.state === 'looking' || data?.state === 'applying';
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(() => void refetch(), lookAgain);
    return () => clearInterval(timer);
  }, [isMoving, refetch]);
  return (
    <CarePage title={t('imports.look.title')} back={{ to: '/directory/imports', label: t('imports.title') }}>
      <Reading query={query}>{(file) => <OneFile file={file} isMoving={isMoving} />}</Reading>
    </CarePage>
  );
}

function OneFile({ file, isMoving }: { file: ImportFile; isMoving: boolean }) {
  const t = useT();
  const dates = useDates();
  const { id, name, state, sourceName, expiresAt, report } = file;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasMoving = useRef(isMoving);
  useEffect(() => {
    // The buttons that were pressed go while it works: who reads with keys is kept here.
    if (wasMoving.current !== isMoving) heading.current?.focus();
    wasMoving.current = isMoving;
  }, [isMoving]);
  const seen = isMoving || state === 'applied' ? null : report;
  return (
    <>
      <Card className="gap-2!">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <h2 ref={heading} tabIndex={-1} className="text-lg wrap-anywhere outline-none">
            <bdi>{name ?? t('imports.file.unnamed')}</bdi>
          </h2>
          {!isMoving && <FileState state={state} />}
        </div>
        <p className="text-sm text-quiet">
          {sourceName && (
            <>
              {t('imports.look.of')} <bdi>{sourceName}</bdi>{' '}
            </>
          )}
          {state !== 'applied' && (
            <>
              {sourceName && '· '}
              {t('imports.look.until', { date: dates.moment(expiresAt) })}
            </>
          )}
        </p>
      </Card>
      <div role="status" className="empty:hidden">
        {isMoving && <Loading>{t(state === 'applying' ? 'imports.look.applying' : 'imports.look.looking')}</Loading>}
        {state === 'applied' && <Notice tone="good">{t('imports.look.applied')}</Notice>}
      </div>
      {!isMoving && <Refused fileId={id} />}
      {seen && <Seen file={file} report={seen} />}
      {!isMoving && <FileActs file={file} />}
      {seen && seen.errors.length > 0 && <RowErrors report={seen} />}
    </>
  );
}

/** Why what was asked last of this file was not done. */
function Refused({ fileId }: { fileId: string }) {
  const t = useT();
  const codeText = useCodeText();
  const { outbox } = useSession();
  const navigate = useNavigate();
  const entry = outbox.findLast(({ state, payload }) => state === 'refused' && payload.fileId === fileId);
  if (!entry) return null;
  return (
    <Notice tone="bad" live>
      <p>{codeText('refusal', entry.code ?? 'unknown')}</p>
      <p>
        <Button onPress={() => navigate('/attention')}>{t('attention.title')}</Button>
      </p>
    </Notice>
  );
}

function Seen({ file: { skipBadRows }, report }: { file: ImportFile; report: NonNullable<ImportFile['report']> }) {
  const t = useT();
  const { result, reason, newRows, changedRows, vanishedRows, tables } = report;
  const vanished = tables
    .filter(({ table }) => table === 'organization' || table === 'service')
    .reduce((sum, { vanishedRows: rows }) => sum + rows, 0);
  return (
    <>
      {reason && (
        <Notice tone="bad">
          <p className="font-semibold">{t(`imports.reason.${reason}`)}</p>
          <p>{t('imports.report.nothing')}</p>
        </Notice>
      )}
      {result === 'ok' && newRows + changedRows + vanishedRows === 0 && <Notice tone="info">{t('imports.look.same')}</Notice>}
      {vanished > 0 && <Notice tone="warn">{t('imports.look.vanished', { count: vanished })}</Notice>}
      {skipBadRows && report.skippedRows > 0 && <Notice tone="warn">{t('imports.look.skipped', { count: report.skippedRows })}</Notice>}
      {result === 'ok' && <ImportCounts report={report} title={t('imports.look.in')} />}
      <ImportNotes report={report} />
    </>
  );
}
