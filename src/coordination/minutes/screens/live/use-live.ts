import { useEffect, useRef } from 'react';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import { useRead } from '../../../../workspace/reading.tsx';
import { useSession } from '../../../../workspace/session.tsx';
import type { LiveMeeting } from '../../contract.ts';
import type { NoteKind } from '../../lists.ts';
import { languageOf, type ShownNote, shownNotes } from './shown-notes.ts';

/** In milliseconds. What another tablet wrote is here within so long. */
const every = 4000;

/** A meeting while several write it down. */
export function useLive(meetingId: string) {
  const { send, outbox } = useSession();
  const query = useRead<LiveMeeting>(`/api/coordination/meetings/${encodeURIComponent(meetingId)}/notes`, true, undefined, every);
  const written = useRef(new Map<string, ShownNote>());
  const notes = shownNotes(query.data?.notes ?? [], outbox, meetingId);
  const seen = new Set(notes.map((note) => note.id));
  // A note that has just left this device may not have come back with the others yet: it does not vanish meanwhile.
  const between = [...written.current.values()].filter((note) => !seen.has(note.id));
  useEffect(() => {
    for (const { id } of query.data?.notes ?? []) written.current.delete(id);
  }, [query.data]);
  return {
    query,
    notes: [...notes, ...between],
    write: async (groupId: string | null, kind: NoteKind, text: string): Promise<void> => {
      const noteId = uuidv7();
      const words = { [languageOf(text)]: text };
      const position = Date.now();
      written.current.set(noteId, {
        id: noteId,
        groupId,
        kind,
        words,
        position,
        organization: '',
        became: null,
        conflicts: [],
        state: 'waiting',
      });
      await send({ kind: 'coordination.write_note', payload: { noteId, meetingId, groupId, kind, words, position } });
    },
    change: (noteId: string, part: { kind?: NoteKind; groupId?: string | null; isWithdrawn?: boolean }): Promise<void> => {
      written.current.delete(noteId);
      return send({ kind: 'coordination.change_note', payload: { noteId, ...part } });
    },
  };
}
export type Live = ReturnType<typeof useLive>;
