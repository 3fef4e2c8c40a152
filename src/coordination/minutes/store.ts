import type { PoolClient } from 'pg';
import { type Language, nameOf } from '../store.ts';
import type { LiveMeeting, NoteRow } from './contract.ts';

/** The notes of a meeting in their order. */
export async function listNotes(tx: PoolClient, meetingId: string, language: Language): Promise<NoteRow[]> {
  const { rows } = await tx.query<NoteRow>(
    `select n.id, n.group_id as "groupId", n.kind, n.words, n.position, ${nameOf('n.organization_id', language)} ->> 'name' as organization,
       case when n.became_id is not null then jsonb_build_object('kind', n.became_kind, 'id', n.became_id) end as became,
       coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'field', x.field, 'language', x.language, 'theirs', x.theirs, 'mine', x.mine)
         order by x.written_at) from coordination.conflict x where x.subject_id = n.id and x.settled_at is null), '[]') as conflicts
     from coordination.note n where n.meeting_id = $1 and n.withdrawn_at is null
     order by n.position, n.id`,
    [meetingId],
  );
  return rows;
}

/** A meeting for those who write it down; undefined where there is none, or it is not theirs to write. */
export async function readLive(tx: PoolClient, meetingId: string, language: Language): Promise<LiveMeeting | undefined> {
  const { rows } = await tx.query<Omit<LiveMeeting, 'notes'>>(
    `select m.id, m.title, m.status, m.held_on::text as "heldOn", m.place from coordination.meeting m
     where m.id = $1 and coordination.takes_notes(m.id)`,
    [meetingId],
  );
  const [meeting] = rows;
  return meeting && { ...meeting, notes: await listNotes(tx, meetingId, language) };
}
