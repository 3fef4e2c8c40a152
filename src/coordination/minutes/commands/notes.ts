import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { type AnyHandler, handler, refuse } from '../../../platform/commands/handler.ts';
import { members, said } from '../../commands/said.ts';
import { changeNoteSchema, noteBecameSchema, writeNoteSchema } from '../contract.ts';
import { becomingKinds } from '../lists.ts';

interface MeetingState {
  /** Null: there is none, or not for this writer. */
  status: string | null;
  takesNotes: boolean;
}
/** A meeting that is over is told by its minutes; what is wrong there is corrected there. */
const isOver = (status: string): boolean => status === 'validated' || status === 'cancelled';

async function readMeeting(tx: PoolClient, meetingId: string): Promise<MeetingState> {
  const { rows } = await tx.query<MeetingState>(
    `select (select m.status from coordination.meeting m where m.id = $1) as status, coordination.takes_notes($1) as "takesNotes"`,
    [meetingId],
  );
  return rows[0] ?? { status: null, takesNotes: false };
}

const writeNote = handler<z.infer<typeof writeNoteSchema>, MeetingState>({
  kind: 'coordination.write_note',
  schema: writeNoteSchema,
  roles: members,
  load: (tx, { meetingId }) => readMeeting(tx, meetingId),
  decide({ status, takesNotes }, payload, _actor, _now, at) {
    if (status === null) return refuse('meeting_not_found');
    if (!takesNotes) return refuse('not_yours_to_decide');
    if (isOver(status)) return refuse('meeting_is_over');
    return said('note_written', 'note', payload.noteId, payload, at);
  },
  write: ({ payload: p }, actor) => [
    {
      text: `insert into coordination.note (id, meeting_id, group_id, organization_id, kind, words, position, created_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      values: [
        ...[p['noteId'], p['meetingId'], p['groupId'], actor.organizationId],
        ...[p['kind'], p['words'], p['position'], actor.userId],
      ],
    },
  ],
});

/** The meeting of a note; its status is null where there is no such note, or not for this writer. */
async function readMeetingOf(tx: PoolClient, noteId: string): Promise<MeetingState> {
  const { rows } = await tx.query<MeetingState>(
    `select m.status, coordination.takes_notes(m.id) as "takesNotes" from coordination.note n join coordination.meeting m on m.id = n.meeting_id
     where n.id = $1`,
    [noteId],
  );
  return rows[0] ?? { status: null, takesNotes: false };
}

const changeNote = handler<z.infer<typeof changeNoteSchema>, MeetingState>({
  kind: 'coordination.change_note',
  schema: changeNoteSchema,
  roles: members,
  load: (tx, { noteId }) => readMeetingOf(tx, noteId),
  decide({ status, takesNotes }, payload, _actor, _now, at) {
    if (status === null) return refuse('note_not_found');
    if (!takesNotes) return refuse('not_yours_to_decide');
    if (isOver(status)) return refuse('meeting_is_over');
    return said('note_changed', 'note', payload.noteId, payload, at);
  },
  write: ({ payload: p }) => [
    {
      // What the change does not name stays as others left it meanwhile.
      text: `update coordination.note set kind = coalesce($2, kind), group_id = case when $3 then $4::uuid else group_id end,
               withdrawn_at = case when $5::boolean then coalesce(withdrawn_at, $6::timestamptz) when $5 is null then withdrawn_at end
             where id = $1`,
      values: [
        ...[p['noteId'], p['kind'] ?? null, p['groupId'] !== undefined, p['groupId'] ?? null],
        ...[p['isWithdrawn'] ?? null, p['at']],
      ],
    },
  ],
});

const noteBecame = handler<z.infer<typeof noteBecameSchema>, { found: boolean; became: boolean }>({
  kind: 'coordination.note_became',
  schema: noteBecameSchema,
  roles: members,
  async load(tx, { noteId }) {
    const { rows } = await tx.query('select became_id is not null as became from coordination.note where id = $1 for update', [noteId]);
    return { found: rows.length > 0, became: rows[0]?.became ?? false };
  },
  decide({ found, became }, payload, _actor, _now, at) {
    if (!found) return refuse('note_not_found');
    if (became) return refuse('note_became_already');
    return said('note_became', 'note', payload.noteId, payload, at);
  },
  write({ payload: p }) {
    const kind = becomingKinds.find((each) => p[`${each}Id`] !== undefined);
    return [
      {
        text: 'update coordination.note set became_kind = $2, became_id = $3 where id = $1',
        values: [p['noteId'], kind, p[`${kind}Id`]],
      },
    ];
  },
});

export const noteCommands: AnyHandler[] = [writeNote, changeNote, noteBecame];
