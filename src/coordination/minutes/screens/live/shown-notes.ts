import type { OutboxEntry } from '../../../../workspace/outbox/order.ts';
import type { NoteRow } from '../../contract.ts';

export interface ShownNote extends NoteRow {
  /** Whether the server has it as it stands here. */
  state: 'kept' | 'waiting' | 'refused';
}
type Typed = Pick<NoteRow, 'id' | 'groupId' | 'kind' | 'words' | 'position'>;

/** The notes of a meeting as this device knows them: what the server gave, and over it what was written here and is still on its way. */
export function shownNotes(kept: readonly NoteRow[], outbox: readonly OutboxEntry[], meetingId: string): ShownNote[] {
  const notes = new Map<string, ShownNote>(kept.map((note) => [note.id, { ...note, state: 'kept' }]));
  for (const { kind, payload, state } of [...outbox].sort((a, b) => a.seq - b.seq)) {
    if (kind === 'coordination.write_note' && payload['meetingId'] === meetingId) {
      const { noteId, groupId, kind: of, words, position } = payload as unknown as Typed & { noteId: string };
      if (!notes.has(noteId))
        notes.set(noteId, { id: noteId, groupId, kind: of, words, position, organization: '', became: null, conflicts: [], state });
    }
    const note = notes.get(String(payload['noteId'] ?? payload['subjectId']));
    if (!note) continue;
    if (kind === 'coordination.change_note') notes.set(note.id, { ...note, ...changeOf(payload), state });
    if (kind === 'coordination.change_note' && payload['isWithdrawn'] === true) notes.delete(note.id);
    if (kind === 'coordination.edit_text' && payload['subjectKind'] === 'note')
      notes.set(note.id, { ...note, words: { ...note.words, [String(payload['language'])]: String(payload['value']) }, state });
  }
  return [...notes.values()].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}
const changeOf = ({ kind, groupId }: Record<string, unknown>): Partial<Typed> => ({
  ...(kind === undefined ? {} : { kind: kind as Typed['kind'] }),
  ...(groupId === undefined ? {} : { groupId: groupId as string | null }),
});

/** Arabic letters say that it is Arabic; whoever writes does not stop to say so. */
export const languageOf = (text: string): 'fr' | 'ar' => (/\p{Script=Arabic}/u.test(text) ? 'ar' : 'fr');
