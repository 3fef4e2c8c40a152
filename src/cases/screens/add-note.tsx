import { useId } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMissing } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { CaseRow, Colleague } from '../contract.ts';
import { type NoteLevel, noteLevels } from '../lists.ts';

/** What one must know of a case to say who reads a note of it. */
export type NotedCase = Pick<CaseRow, 'id' | 'assignedTo' | 'assignedName'>;
const blank: { text: string; level: NoteLevel } = { text: '', level: 'ordinary' };

/** A note, and before it is written down who will be able to read it. */
export function AddNote({ row }: { row: NotedCase }) {
  const t = useT();
  const { send } = useSession();
  const title = useId();
  const { value = blank, change, restart } = useDraft(`note:${row.id}`, () => blank);
  const readers = useReaders(row);
  const text = value.text.trim();
  const missing = useMissing(text === '');
  async function add(): Promise<void> {
    if (!missing.mayGoOn()) return;
    const sent = send({ kind: 'cases.add_note', payload: { noteId: uuidv7(), caseId: row.id, level: value.level, text } });
    restart(blank);
    await sent;
  }
  return (
    <Card className="no-print">
      <section aria-labelledby={title} className="flex flex-col gap-4">
        <h3 id={title}>{t('notes.new')}</h3>
        <Field
          label={t('notes.text')}
          rows={3}
          maxLength={8000}
          value={value.text}
          onChange={(words) => change({ text: words })}
          error={missing.isShown ? t('notes.missing') : undefined}
        />
        <ChooseOne
          label={t('notes.about')}
          options={optionsOf(t, 'note_level', noteLevels)}
          value={value.level}
          onChange={(level) => change({ level })}
        />
        <p role="status" className={value.level === 'ordinary' ? 'text-quiet' : 'font-semibold text-warn'}>
          {value.level === 'ordinary' ? t('notes.read_by_all') : t('notes.read_by', { names: readers })}
        </p>
        <p>
          <Button look="main" onPress={add}>
            {t('notes.add')}
          </Button>
        </p>
      </section>
    </Card>
  );
}

/** Who reads a note on health or protection: its author, who follows the case, and those the head of the cell entrusted. */
function useReaders(row: NotedCase): string {
  const t = useT();
  const { me } = useSession();
  const { data } = useRead<{ colleagues: Colleague[] }>('/api/cases/colleagues');
  const entrusted = (data?.colleagues ?? []).filter((c) => c.readsRestricted && c.userId !== me?.user.id && c.userId !== row.assignedTo);
  const follower = row.assignedTo === me?.user.id ? [] : [row.assignedName].filter((name) => name !== null);
  return [t('notes.you'), ...follower, ...entrusted.map((c) => c.name)].join(t('workspace.list_comma'));
}
