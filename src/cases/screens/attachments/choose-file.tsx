import { useState } from 'react';
import { FileField } from '../../../ui/file-field.tsx';
import { useCodeText, useDates, useT } from '../../../workspace/language.tsx';
import { prepareFile } from './prepare-file.ts';
import { useSizeText } from './size-text.ts';

interface ChooseFileProps {
  largest: number;
  chosen: { name: string; size: number } | undefined;
  /** Another file is there already, and would be replaced. */
  hasOther?: boolean;
  /** Says that nothing is chosen, to someone who tried to go on. */
  missing?: string | undefined;
  onChoose: (blob: Blob, name: string) => Promise<void>;
}

/** Takes a photograph or a file, and makes it ready to be sent. */
export function ChooseFile({ largest, chosen, hasOther = false, missing, onChoose }: ChooseFileProps) {
  const t = useT();
  const codeText = useCodeText();
  const { number } = useDates();
  const sizeText = useSizeText();
  const [isPreparing, setPreparing] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function choose(file: File): Promise<void> {
    setPreparing(true);
    setProblem(undefined);
    try {
      const prepared = await prepareFile(file, largest);
      if ('problem' in prepared) setProblem(codeText('error', prepared.problem));
      else await onChoose(prepared.blob, file.name);
    } catch {
      // The device's own storage is full, or shut to this page.
      setProblem(t('attachments.file.not_kept'));
    } finally {
      setPreparing(false);
    }
  }
  return (
    <FileField
      label={t('attachments.file')}
      hint={t('attachments.file.hint', { size: number(largest / 1e6) })}
      choose={t(chosen || hasOther ? 'attachments.file.other' : 'attachments.file.choose')}
      take={t('attachments.file.take')}
      accept="image/*,application/pdf,.pdf"
      chosen={
        isPreparing
          ? t('attachments.file.preparing')
          : chosen
            ? t('attachments.file.ready', { name: chosen.name, size: sizeText(chosen.size) })
            : t(hasOther ? 'attachments.file.kept' : 'attachments.file.none')
      }
      error={problem ?? missing}
      isDisabled={isPreparing}
      onChoose={(file) => void choose(file)}
    />
  );
}
