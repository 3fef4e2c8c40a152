import { useState } from 'react';
import { attachmentTexts, ChooseFile, usualLargest } from '../../../../cases/screens/index.ts';
import { Button, buttonClass } from '../../../../ui/button.tsx';
import { Card, Notice } from '../../../../ui/card.tsx';
import { ChooseOne } from '../../../../ui/choice.tsx';
import { Decision } from '../../../../ui/dialog.tsx';
import { Field } from '../../../../ui/field.tsx';
import { useMissing } from '../../../../ui/focus.ts';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import { useT } from '../../../../workspace/language.tsx';
import { optionsOf } from '../../../../workspace/options.ts';
import { RoomTexts } from '../../../../workspace/room-texts.tsx';
import { useStanding } from '../../../screens/standing.ts';
import type { MeetingView } from '../../contract.ts';
import { type DocumentKind, documentKinds } from '../../lists.ts';

interface DocumentsProps {
  it: MeetingView;
  acts: Acts;
  mayWrite: boolean;
}

/** The papers of a meeting. The signed sheet is seen by those who hold it, and by nobody else. */
export function Documents({ it, acts, mayWrite }: DocumentsProps) {
  const t = useT();
  const { organizationId } = useStanding();
  const [isAdding, setAdding] = useState(false);
  if (it.documents.length === 0 && !mayWrite) return null;
  return (
    <Card>
      <h2>{t('meeting.documents')}</h2>
      {it.documents.length === 0 && <p className="text-quiet">{t('meeting.documents.none')}</p>}
      <ul className="flex flex-col divide-y divide-line empty:hidden">
        {it.documents.map((document) => (
          <li key={document.id} className="flex flex-wrap items-center gap-x-3 py-2">
            <a
              href={`/api/coordination/meetings/${it.id}/documents/${document.id}?organization=${organizationId}`}
              target="_blank"
              rel="noreferrer"
              className={buttonClass('quiet', 'mx-0!')}
            >
              <bdi>{document.title}</bdi>
            </a>
            <span className="text-sm text-quiet">{t(`meeting.document.${document.kind}`)}</span>
            {mayWrite && (
              <Button
                look="quiet"
                className="no-print ms-auto mx-0!"
                aria-label={t('thread.of_named', { name: t('meeting.remove'), word: document.title })}
                onPress={() =>
                  acts.act(
                    { kind: 'coordination.remove_meeting_document', payload: { meetingId: it.id, documentId: document.id } },
                    t('meeting.documents.removed'),
                  )
                }
              >
                {t('meeting.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <p className="no-print">
          <Button onPress={() => setAdding(true)}>{t('meeting.documents.add')}</Button>
        </p>
      )}
      {isAdding && <DocumentForm it={it} acts={acts} onClose={() => setAdding(false)} />}
    </Card>
  );
}

interface DocumentDraft {
  kind: DocumentKind;
  title: string;
  /** Kept with the words: a telephone that takes a photograph may close this page meanwhile. */
  file: Blob | null;
  fileName: string;
}
function DocumentForm({ it, acts, onClose }: Omit<DocumentsProps, 'mayWrite'> & { onClose: () => void }) {
  const t = useT();
  const { value, change, discard } = useDraft<DocumentDraft>(`meeting:document:${it.id}`, () => ({
    kind: it.status === 'held' ? 'signed_sheet' : 'paper',
    title: '',
    file: null,
    fileName: '',
  }));
  const missing = useMissing(value !== undefined && (value.title.trim() === '' || value.file === null));
  if (!value) return null;
  const { kind, title, file, fileName } = value;
  async function save(): Promise<void> {
    if (!missing.mayGoOn() || !file) return;
    onClose();
    await acts.act(
      {
        kind: 'coordination.add_meeting_document',
        payload: { documentId: uuidv7(), meetingId: it.id, fileId: uuidv7(), kind, title: title.trim() },
        file,
      },
      t('meeting.documents.added'),
    );
    await discard();
  }
  return (
    <Decision title={t('meeting.documents.add')} onClose={onClose} decide={t('thread.save')} cancel={t('workspace.cancel')} onDecide={save}>
      <ChooseOne
        label={t('meeting.documents.kind')}
        options={optionsOf(t, 'meeting.document', documentKinds)}
        value={kind}
        onChange={(next) => change({ kind: next })}
      />
      {kind === 'signed_sheet' && <Notice>{t('meeting.documents.sealed')}</Notice>}
      <Field
        label={t('meeting.documents.title')}
        maxLength={200}
        value={title}
        onChange={(next) => change({ title: next })}
        {...(missing.isShown && title.trim() === '' ? { error: t('meeting.needed') } : {})}
      />
      <RoomTexts catalogues={attachmentTexts} waiting={null}>
        <PaperFile
          chosen={file ? { name: fileName, size: file.size } : undefined}
          isMissing={missing.isShown && file === null}
          onChoose={async (blob, name) =>
            change({ file: blob, fileName: name, ...(title === '' ? { title: name.replace(/\.\w+$/, '') } : {}) })
          }
        />
      </RoomTexts>
    </Decision>
  );
}

interface PaperFileProps {
  chosen: { name: string; size: number } | undefined;
  isMissing: boolean;
  onChoose: (file: Blob, name: string) => Promise<void>;
}
function PaperFile({ isMissing, ...props }: PaperFileProps) {
  const t = useT();
  return <ChooseFile largest={usualLargest} missing={isMissing ? t('attachments.file.missing') : undefined} {...props} />;
}
