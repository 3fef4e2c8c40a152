import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Card, Notice } from '../../../ui/card.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { isOffline, Problem } from '../../../workspace/http.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useCodeText, useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { sendFile } from '../../../workspace/send-file.ts';
import { useSession } from '../../../workspace/session.tsx';
import { CarePage } from '../care-page.tsx';
import type { ImportFile, ImportFilesAnswer } from './answers.ts';
import { lookPayload, useFileDraft } from './file-draft.ts';
import { HowToRead, isReadable } from './how-to-read.tsx';
import { importTexts } from './messages/index.ts';

export const filesPath = '/api/directory/care/import-files';

export function FileFormScreen() {
  return (
    <RoomTexts catalogues={importTexts}>
      <FileFormPage />
    </RoomTexts>
  );
}

/** Which file comes in, and how it is read. With a file in the address, how that one is read instead. */
function FileFormPage() {
  const t = useT();
  const { fileId } = useParams();
  const query = useRead<ImportFilesAnswer>(filesPath);
  const before = useRead<ImportFile>(`${filesPath}/${fileId ?? ''}`, fileId !== undefined);
  return (
    <CarePage
      title={t('imports.file.title')}
      intro={t('imports.file.intro')}
      back={{ to: '/directory/imports', label: t('imports.title') }}
    >
      <Reading query={query}>
        {(known) =>
          fileId === undefined ? (
            <FileForm known={known} />
          ) : (
            <Reading query={before}>{(file) => <FileForm known={known} before={file} />}</Reading>
          )
        }
      </Reading>
    </CarePage>
  );
}

function FileForm({ known, before }: { known: ImportFilesAnswer; before?: ImportFile }) {
  const t = useT();
  const dates = useDates();
  const codeText = useCodeText();
  const navigate = useNavigate();
  const { send, organizationId } = useSession();
  const draft = useFileDraft();
  const [chosen, setChosen] = useState<{ id: string; file: File }>();
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const giveUp = useRef(new AbortController());
  const inMegabytes = (bytes: number): string => dates.number(Math.round(bytes / 1e5) / 10);
  const sizeOf = ({ size }: File): string =>
    size < 1e6
      ? t('imports.file.kilobytes', { size: dates.number(Math.ceil(size / 1000)) })
      : t('imports.file.megabytes', { size: inMegabytes(size) });
  const isTooLarge = chosen !== undefined && chosen.file.size > known.largest;
  const isUnchosen = before === undefined && chosen === undefined;
  const missing = useMissing(isUnchosen || isTooLarge || !isReadable(draft.value, known));
  const fileName = chosen?.file.name ?? before?.name ?? draft.value.fileName;

  function choose(file: File): void {
    setProblem(undefined);
    setChosen({ id: uuidv7(), file });
    const reads = /\.csv$/i.test(file.name) ? 'table' : /\.json$/i.test(file.name) ? 'package' : draft.value.reads;
    draft.change({ fileName: file.name, reads });
  }
  async function look(): Promise<void> {
    if (!missing.mayGoOn()) return;
    setProblem(undefined);
    const id = before?.id ?? chosen?.id ?? '';
    try {
      if (chosen && !before) {
        setSent(0);
        giveUp.current = new AbortController();
        await sendFile(`${filesPath}/${id}`, chosen.file, { organizationId, onProgress: setSent, signal: giveUp.current.signal });
      }
      await send({ kind: 'directory.look_at_import_file', payload: lookPayload(id, uuidv7(), { ...draft.value, fileName }) });
      await navigate(`/directory/imports/files/${id}`);
    } catch (error) {
      if (giveUp.current.signal.aborted) return;
      setProblem(isOffline(error) ? t('imports.file.offline') : codeText('error', error instanceof Problem ? error.code : 'unknown'));
    } finally {
      setSent(undefined);
    }
  }
  return (
    <Card>
      {before ? (
        <p>
          {t('imports.file.sent')} <bdi className="font-semibold wrap-anywhere">{fileName}</bdi>
        </p>
      ) : (
        <FileField
          label={t('imports.file')}
          hint={t('imports.file.hint', { most: inMegabytes(known.largest) })}
          choose={t(chosen ? 'imports.file.other' : 'imports.file.choose')}
          chosen={
            chosen && (
              <>
                <bdi>{chosen.file.name}</bdi> ({sizeOf(chosen.file)})
              </>
            )
          }
          accept=".zip,.json,.geojson,.xlsx,.csv"
          isDisabled={sent !== undefined}
          onChoose={choose}
          error={
            isTooLarge
              ? t('imports.file.too_large', { most: inMegabytes(known.largest) })
              : missing.isShown && isUnchosen
                ? t('imports.file.missing')
                : undefined
          }
        />
      )}
      <HowToRead known={known} value={draft.value} onChange={draft.change} isShown={missing.isShown} />
      {problem && (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      )}
      {sent === undefined ? (
        <p className="flex flex-wrap gap-3">
          <Button look="main" onPress={() => look()}>
            {t('imports.file.look')}
          </Button>
        </p>
      ) : (
        <div className="flex flex-col gap-2">
          <p role="status">{t(sent < 1 ? 'imports.file.sending' : 'imports.file.arriving')}</p>
          <progress aria-label={t('imports.file.sending')} value={sent} max={1} className="h-3 w-full accent-primary" />
          <p>
            <Button onPress={() => giveUp.current.abort()}>{t('workspace.cancel')}</Button>
          </p>
        </div>
      )}
    </Card>
  );
}
