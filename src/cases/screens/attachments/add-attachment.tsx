import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMissing } from '../../../ui/focus.ts';
import { Tick } from '../../../ui/tick.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { useSession } from '../../../workspace/session.tsx';
import { type AttachmentKind, attachmentKinds } from '../../attachments/lists.ts';
import { ChooseFile } from './choose-file.tsx';

interface AttachmentDraft {
  isOpen: boolean;
  title: string;
  kind: AttachmentKind;
  restricted: boolean;
  /** Kept with the words: a telephone that takes a photograph may close this page meanwhile. */
  file: Blob | null;
  fileName: string;
}
const empty: AttachmentDraft = { isOpen: false, title: '', kind: 'document', restricted: false, file: null, fileName: '' };

/** Takes a photograph or a file with what it is, and puts it on its way. */
export function AddAttachment({ caseId, largest }: { caseId: string; largest: number }) {
  const t = useT();
  const { send } = useSession();
  const { value: draft, change, restart, discard } = useDraft<AttachmentDraft>(`attachment:${caseId}`, () => empty);
  const [isSaving, setSaving] = useState(false);
  const missing = useMissing(!draft?.file || draft.title.trim() === '');
  if (!draft) return null;
  if (!draft.isOpen) {
    return (
      <p>
        <Button onPress={() => change({ isOpen: true })}>{t('attachments.add')}</Button>
      </p>
    );
  }
  async function close(): Promise<void> {
    restart(empty);
    await discard();
  }
  async function save(): Promise<void> {
    if (!missing.mayGoOn() || !draft?.file) return;
    setSaving(true);
    try {
      const { title, kind, restricted, file } = draft;
      const payload = { attachmentId: uuidv7(), caseId, fileId: uuidv7(), kind, title: title.trim(), restricted };
      await send({ kind: 'cases.attach', payload, file });
      await close();
    } finally {
      setSaving(false);
    }
  }
  return (
    <Card className="gap-6">
      <ChooseFile
        largest={largest}
        chosen={draft.file ? { name: draft.fileName, size: draft.file.size } : undefined}
        missing={missing.isShown && !draft.file ? t('attachments.file.missing') : undefined}
        onChoose={async (file, fileName) => change({ file, fileName })}
      />
      <Field
        label={t('attachments.name')}
        hint={t('attachments.name.hint')}
        error={missing.isShown && draft.title.trim() === '' ? t('attachments.name.missing') : undefined}
        maxLength={200}
        autoComplete="off"
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      <ChooseOne
        label={t('attachments.kind')}
        hint={t('attachments.kind.hint')}
        options={optionsOf(t, 'attachment_kind', attachmentKinds)}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <div className="flex flex-col">
        <Tick label={t('attachments.restricted')} isChosen={draft.restricted} onChange={(restricted) => change({ restricted })} />
        <p className="text-sm text-quiet">{t('attachments.restricted.hint')}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button look="main" isDisabled={isSaving} onPress={() => save()}>
          {t('attachments.save')}
        </Button>
        <Button onPress={() => close()}>{t('workspace.cancel')}</Button>
      </div>
    </Card>
  );
}
