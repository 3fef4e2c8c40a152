import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../../platform/commands/handler.ts';
import { speakers } from '../../commands/said.ts';
import { addMeetingDocumentSchema, removeMeetingDocumentSchema } from '../contract.ts';
import { closedTo, type Held, readHeld, told } from './held.ts';

interface Adding extends Held {
  fileFound: boolean;
  fileAttached: boolean;
}
const addDocument = handler<z.infer<typeof addMeetingDocumentSchema>, Adding>({
  kind: 'coordination.add_meeting_document',
  schema: addMeetingDocumentSchema,
  roles: speakers,
  async load(tx, { meetingId, fileId }) {
    const held = await readHeld(tx, meetingId);
    const { rows } = await tx.query(
      `select exists (select from files.file where id = $1 and media_type <> 'audio/wav') as "fileFound",
              exists (select from files.file where id = $1 and bound_at is not null) as "fileAttached"`,
      [fileId],
    );
    return { ...held, ...rows[0] };
  },
  decide(state, payload, _actor, _now, at) {
    const closed = closedTo(state);
    if (closed) return refuse(closed);
    if (!state.fileFound) return refuse('file_not_found');
    if (state.fileAttached) return refuse('file_already_attached');
    return told('meeting_document_added', 'meeting', payload.meetingId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.meeting_document (id, meeting_id, file_id, kind, title, created_by) values ($1, $2, $3, $4, $5, $6)`,
      values: [...['documentId', 'meetingId', 'fileId', 'kind', 'title'].map((key) => p[key]), actor.userId],
    },
    // From here on it does not wait any more, and is not swept.
    { text: 'update files.file set bound_at = now() where id = $1', values: [p['fileId']] },
  ],
});

interface Kept extends Held {
  fileId: string | null;
  blob: string | null;
}
const removeDocument = handler<z.infer<typeof removeMeetingDocumentSchema>, Kept>({
  kind: 'coordination.remove_meeting_document',
  schema: removeMeetingDocumentSchema,
  roles: speakers,
  async load(tx, { meetingId, documentId }) {
    const held = await readHeld(tx, meetingId);
    const { rows } = await tx.query<{ fileId: string; blob: string }>(
      `select f.id as "fileId", f.blob from coordination.meeting_document d join files.file f on f.id = d.file_id where d.id = $1 and d.meeting_id = $2`,
      [documentId, meetingId],
    );
    return { ...held, ...(rows[0] ?? { fileId: null, blob: null }) };
  },
  decide(state, payload, _actor, _now, at) {
    const closed = closedTo(state);
    if (closed) return refuse(closed);
    const decision = told('meeting_document_removed', 'meeting', payload.meetingId, { ...payload, fileId: state.fileId }, at);
    return state.blob === null ? decision : { ...decision, jobs: [{ name: 'remove_file_bytes', data: { blob: state.blob } }] };
  },
  // The paper goes with its file, whose key nobody has from here on.
  write: ({ payload: p }) => [{ text: 'delete from files.file where id = $1', values: [p['fileId']] }],
});

export const documentCommands: AnyHandler[] = [addDocument, removeDocument];
