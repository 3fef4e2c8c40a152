import { Button } from '../../../../ui/button.tsx';
import { Field, NativeSelect } from '../../../../ui/field.tsx';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import { useT } from '../../../../workspace/language.tsx';
import { useTold } from '../../../screens/parts/told.tsx';
import type { LiveMeeting } from '../../contract.ts';
import { type NoteKind, noteKinds } from '../../lists.ts';
import type { ShownNote } from './shown-notes.ts';
import type { Live } from './use-live.ts';

interface NoteEditorProps {
  note: ShownNote;
  meeting: LiveMeeting;
  live: Live;
  acts: Acts;
  onClose: () => void;
}

/** Corrects a note: its words, merged with what others write there at the same time, what it is, and where it was said. */
export function NoteEditor({ note, meeting, live, acts, onClose }: NoteEditorProps) {
  const t = useT();
  const told = useTold();
  const { value, change, discard } = useDraft(`note:${note.id}`, () => ({
    ...{ base: note.words, words: note.words, kind: note.kind, groupId: note.groupId ?? '' },
  }));
  if (!value) return null;
  const { base, words, kind, groupId } = value;
  const languages = Object.keys(base) as (keyof typeof base)[];
  const isEmpty = languages.some((language) => !words[language]?.trim());
  async function leave(): Promise<void> {
    await discard();
    onClose();
  }
  async function save(): Promise<void> {
    if (isEmpty) return;
    const texts = languages
      .filter((language) => words[language]?.trim() !== base[language])
      .map((language) => ({
        kind: 'coordination.edit_text',
        payload: {
          ...{ subjectKind: 'note', subjectId: note.id, field: 'words', language },
          ...{ base: base[language], value: words[language]?.trim(), conflictId: uuidv7() },
        },
      }));
    if (texts.length > 0) await acts.act(texts, t('live.edited'));
    const moved = {
      ...(kind === note.kind ? {} : { kind }),
      ...(groupId === (note.groupId ?? '') ? {} : { groupId: groupId || null }),
    };
    if (Object.keys(moved).length > 0) await live.change(note.id, moved);
    await leave();
  }
  async function withdraw(): Promise<void> {
    await live.change(note.id, { isWithdrawn: true });
    await leave();
  }
  return (
    <div className="flex flex-col gap-4 rounded-card border border-primary bg-card p-4">
      {languages.map((language) => (
        <Field
          key={language}
          label={t('live.words')}
          rows={4}
          dir={language === 'ar' ? 'rtl' : 'ltr'}
          maxLength={2000}
          value={words[language] ?? ''}
          onChange={(next) => change({ words: { ...words, [language]: next } })}
          {...(words[language]?.trim() ? {} : { error: t('live.words.missing') })}
        />
      ))}
      <div className="grid gap-3 sm:grid-cols-2">
        <NativeSelect label={t('live.kind')} value={kind} onChange={(next) => change({ kind: next as NoteKind })}>
          {noteKinds.map((each) => (
            <option key={each} value={each}>
              {t(`minutes.kind.${each}`)}
            </option>
          ))}
        </NativeSelect>
        {meeting.groups.length > 0 && (
          <NativeSelect label={t('live.where')} value={groupId} onChange={(next) => change({ groupId: next })}>
            <option value="">{t('minutes.plenary')}</option>
            {meeting.groups.map((group) => (
              <option key={group.id} value={group.id}>
                {told(group.title)}
              </option>
            ))}
          </NativeSelect>
        )}
      </div>
      <p className="flex flex-wrap gap-3">
        <Button look="main" onPress={save}>
          {t('live.save')}
        </Button>
        <Button onPress={leave}>{t('workspace.cancel')}</Button>
        <Button look="danger" className="sm:ms-auto" onPress={withdraw}>
          {t('live.withdraw')}
        </Button>
      </p>
    </div>
  );
}
