import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import type { ActionView, Told } from '../../contract.ts';
import { mostOfText, type TextKind } from '../../lists.ts';
import { Conflicts } from './conflicts.tsx';
import { type Typed, TwoWords } from './two-words.tsx';

interface EditTextsProps {
  subjectKind: TextKind;
  subjectId: string;
  /** The texts of the thing by the names of `textsOf`, as they stand. */
  texts: Record<string, Told | null>;
  acts: Acts;
  /** The words that open it, where it is more than a correction. */
  label?: string;
}
const typedOf = (told: Told | null): Typed => ({ fr: told?.fr ?? '', ar: told?.ar ?? '' });
const both = ['fr', 'ar'] as const;

/** The words of a thing for those whose it is: to correct, and to choose from where two wrote the same ones at once. */
export function OwnTexts({
  conflicts,
  mayWrite,
  ...edit
}: EditTextsProps & { conflicts: readonly Omit<ActionView['conflicts'][number], 'writtenAt'>[]; mayWrite: boolean }) {
  return (
    <>
      <Conflicts subjectKind={edit.subjectKind} conflicts={conflicts} mayWrite={mayWrite} title={edit.texts.title} acts={edit.acts} />
      {mayWrite && <EditTexts {...edit} />}
    </>
  );
}

/** Of a change that met another's: both texts wait, and nothing was corrected yet. */
export const useMet = ({ last }: Acts, conflicts: readonly { id: string }[]): string | undefined => {
  const t = useT();
  const sent = last?.changes.map(({ payload }) => payload.conflictId) ?? [];
  return conflicts.some(({ id }) => sent.includes(id)) ? t('thread.edit.met') : undefined;
};

/**
 * Corrects the words of a thing, one text at a time. Only what was changed goes, with what stood there: what others wrote meanwhile is brought
 * together with it.
 */
function EditTexts({ texts, label, ...props }: EditTextsProps) {
  const t = useT();
  const [open, setOpen] = useState<string>();
  const fields = Object.keys(texts);
  const nameOf = (field: string) => (fields.length === 1 && label) || t('thread.edit.field', { name: t(`thread.text.${field}`) });
  if (open !== undefined && open in texts)
    return <Editor {...props} texts={{ [open]: texts[open] ?? null }} label={nameOf(open)} onClose={() => setOpen(undefined)} />;
  return (
    <p className="no-print flex flex-wrap gap-x-4">
      {fields.map((field) => (
        <Button key={field} look="quiet" onPress={() => setOpen(field)}>
          {nameOf(field)}
        </Button>
      ))}
    </p>
  );
}

function Editor({ subjectKind, subjectId, texts, acts, label, onClose }: EditTextsProps & { label: string; onClose: () => void }) {
  const t = useT();
  const { value, change, discard } = useDraft(`texts:${subjectId}:${Object.keys(texts).join()}`, () => {
    const now = Object.fromEntries(Object.entries(texts).map(([field, told]) => [field, typedOf(told)]));
    return { base: now, typed: now };
  });
  if (!value) return null;
  const { base, typed } = value;
  const changes = Object.keys(typed).flatMap((field) =>
    both
      .filter((language) => typed[field]?.[language].trim() !== base[field]?.[language].trim())
      .map((language) => ({
        kind: 'coordination.edit_text',
        payload: {
          subjectKind,
          subjectId,
          field,
          language,
          base: base[field]?.[language] ?? '',
          value: typed[field]?.[language].trim() ?? '',
          conflictId: uuidv7(),
        },
      })),
  );
  const isNameless = typed.title !== undefined && both.every((language) => !typed.title?.[language].trim());
  async function leave(): Promise<void> {
    await discard();
    onClose();
  }
  async function save(): Promise<void> {
    if (isNameless) return;
    if (changes.length > 0) await acts.act(changes, t('thread.edit.done'));
    await leave();
  }
  return (
    <Card>
      <h2>{label}</h2>
      {Object.entries(typed).map(([field, words]) => {
        const most = mostOfText(subjectKind, field) ?? 0;
        return (
          <TwoWords
            key={field}
            label={t(`thread.text.${field}`)}
            value={words}
            onChange={(next) => change({ typed: { ...typed, [field]: next } })}
            maxLength={most}
            {...(most > 500 ? { rows: 6 } : {})}
            error={field === 'title' && isNameless ? t('thread.edit.nameless') : undefined}
          />
        );
      })}
      <p className="flex flex-wrap gap-3">
        <Button look="main" onPress={save}>
          {t('thread.edit.save')}
        </Button>
        <Button onPress={leave}>{t('workspace.cancel')}</Button>
      </p>
    </Card>
  );
}
