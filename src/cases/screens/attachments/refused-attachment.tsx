import { useState } from 'react';
import { Field } from '../../../ui/field.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import type { OutboxEntry } from '../../../workspace/outbox/order.ts';
import { exchangeFile } from '../../../workspace/outbox/sender.ts';
import { usualLargest } from '../../attachments/lists.ts';
import { ChooseFile } from './choose-file.tsx';

interface RefusedProps {
  entry: OutboxEntry;
  payload: Record<string, unknown>;
  onChange: (payload: Record<string, unknown>) => void;
}

/** What was said of a file that was refused, open to correction, and another file in its place. */
export function RefusedAttachment({ entry, payload, onChange }: RefusedProps) {
  const t = useT();
  return (
    <div className="flex flex-col gap-5">
      <Field
        label={t('attachments.name')}
        error={entry.fields?.some((field) => field.path === 'title') ? t('attention.field_wrong') : undefined}
        maxLength={200}
        autoComplete="off"
        value={String(payload.title ?? '')}
        onChange={(title) => onChange({ ...payload, title })}
      />
      <OtherFile entry={entry} payload={payload} onChange={onChange} />
    </div>
  );
}

/** Another file in the place of the one that was refused. */
export function OtherFile({ entry, payload, onChange }: RefusedProps) {
  const [chosen, setChosen] = useState<{ name: string; size: number }>();
  async function exchange(blob: Blob, name: string): Promise<void> {
    const fileId = uuidv7();
    await exchangeFile(entry, fileId, blob);
    onChange({ ...payload, fileId });
    setChosen({ name, size: blob.size });
  }
  return <ChooseFile largest={usualLargest} chosen={chosen} hasOther onChoose={exchange} />;
}
