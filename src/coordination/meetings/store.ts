import type { PoolClient } from 'pg';
import type { Actor } from '../../platform/database/actor.ts';
import type { GivenFile } from '../../platform/files/give-file.ts';
import { isKeeper } from '../commands/said.ts';
import { movesFor } from '../rules.ts';
import { type Language, nameOf } from '../store.ts';
import type { OrganizationName } from '../contract.ts';
import type { Attendance, AttendanceRow, BodyRow, BodyView, InvitationRow, MeetingRow, Meetings, MeetingView } from './contract.ts';
import { meetingMoves } from './rules.ts';

const rowOf = (language: Language): string => `m.id, m.kind, m.title, m.status, m.held_on::text as "heldOn", m.ended_on::text as "endedOn",
  to_char(m.begins, 'HH24:MI') as begins, to_char(m.ends, 'HH24:MI') as ends, m.place, ${nameOf('m.organization_id', language)} as organization,
  (select jsonb_build_object('id', b.id, 'name', b.name, 'number', m.number) from coordination.body b where b.id = m.body_id) as body,
  (select i.status from coordination.invitation i where i.meeting_id = m.id and i.organization_id = (select coordination.member())
     and m.status <> 'draft') as answer`;
const invitationOf = (
  language: Language,
): string => `i.id, ${nameOf('i.organization_id', language)} as organization, i.words, i.email, i.status, i.seats,
  coalesce(i.note, '') as note, i.answered_at as "answeredAt", i.written_at as "writtenAt", i.unreachable`;

async function listRows(tx: PoolClient, language: Language, bodyId?: string): Promise<MeetingRow[]> {
  const { rows } = await tx.query<MeetingRow>(
    `select ${rowOf(language)} from coordination.meeting m where $1::uuid is null or m.body_id = $1 order by m.held_on desc, m.begins desc, m.id`,
    [bodyId ?? null],
  );
  return rows;
}
async function listBodies(tx: PoolClient, language: Language, id?: string): Promise<BodyRow[]> {
  const { rows } = await tx.query<BodyRow>(
    `select b.id, b.kind, b.name, b.themes, b.rhythm, b.ended_on::text as "endedOn", ${nameOf('b.organization_id', language)} as organization,
       coordination.writes(b.organization_id) as "isOwn", (select count(*)::int from coordination.meeting m where m.body_id = b.id) as meetings
     from coordination.body b where $1::uuid is null or b.id = $1 order by b.ended_on is not null, b.created_at, b.id`,
    [id ?? null],
  );
  return rows;
}

/** All meetings the reader may see, the newest first, and the bodies that hold some of them. */
export const listMeetingsAndBodies = async (tx: PoolClient, language: Language): Promise<Omit<Meetings, 'calendar'>> => ({
  meetings: await listRows(tx, language),
  bodies: await listBodies(tx, language),
});

/** A body with its meetings, the newest first. */
export async function viewBody(tx: PoolClient, id: string, language: Language): Promise<BodyView | undefined> {
  const [body] = await listBodies(tx, language, id);
  return body && { ...body, held: await listRows(tx, language, id) };
}

/** A meeting as it is prepared, held and remembered. */
export async function viewMeeting(tx: PoolClient, actor: Actor, id: string, language: Language): Promise<MeetingView | undefined> {
  const { rows } = await tx.query<Omit<MeetingView, 'acts'>>(
    `select ${rowOf(language)}, m.purpose, m.summary, m.link, m.reason, m.source_url as "sourceUrl", coordination.is_published(m.id) as "isPublished",
       coordination.writes(m.organization_id) as "isOwn", coordination.takes_answers(m.id) as "takesAnswers",
       coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'title', d.title) order by d.created_at, d.id)
         from coordination.meeting_document d where d.meeting_id = m.id), '[]') as documents,
       (select jsonb_build_object(
          'all', coalesce(max(c.count) filter (where c.dimension = 'all'), (m.participants ->> 'total')::int, 0),
          'sex', coalesce(jsonb_object_agg(c.value, c.count) filter (where c.dimension = 'sex'), '{}'),
          'kind', coalesce(jsonb_object_agg(c.value, c.count) filter (where c.dimension = 'kind'), '{}'),
          'group', coalesce(jsonb_object_agg(c.value, c.count) filter (where c.dimension = 'group'), '{}'))
        from coordination.attendance_totals(m.id) c) as came,
       (select to_jsonb(own) from (select ${invitationOf(language)} from coordination.invitation i
          where i.meeting_id = m.id and i.organization_id = (select coordination.member())) own) as mine,
       coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'field', x.field, 'language', x.language, 'theirs', x.theirs, 'mine', x.mine,
         'writtenAt', x.written_at) order by x.written_at) from coordination.conflict x where x.subject_id = m.id and x.settled_at is null), '[]') as conflicts,
       coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'day', i.day, 'kind', i.kind, 'title', i.title, 'minutes', i.minutes,
         'speaker', coalesce(i.speaker, '')) order by i.day, i.position, i.created_at) from coordination.agenda_item i where i.meeting_id = m.id), '[]') as agenda,
       coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'theme', g.theme, 'place', coalesce(g.place, ''))
         order by g.position, g.created_at) from coordination.meeting_group g where g.meeting_id = m.id), '[]') as groups
     from coordination.meeting m where m.id = $1`,
    [id],
  );
  const [row] = rows;
  if (!row) return undefined;
  const moves = movesFor(meetingMoves, row.status, { isOwn: row.isOwn, isKeeper: isKeeper(actor.role) });
  return { ...row, acts: moves.map((move) => move.act) };
}

/** Who was asked to a meeting, those who have not answered first; for those who hold it. */
export async function listInvitations(tx: PoolClient, meetingId: string, language: Language): Promise<InvitationRow[]> {
  const { rows } = await tx.query<InvitationRow>(
    `select ${invitationOf(language)} from coordination.invitation i where i.meeting_id = $1
     order by array_position('{asked,tentative,accepted,declined}', i.status), i.created_at, i.id`,
    [meetingId],
  );
  return rows;
}

/** Who came to a meeting, the last one first; for those who hold it. */
export async function readAttendance(
  tx: PoolClient,
  meetingId: string,
  language: Language,
): Promise<Omit<Attendance, 'meeting' | 'presence'>> {
  const { rows } = await tx.query<AttendanceRow>(
    `select a.id, ${nameOf('a.organization_id', language)} as organization, a.words, a.role, a.sex, a.group_id as "groupId", a.by_hand as "byHand"
     from coordination.attendance a where a.meeting_id = $1 order by a.created_at desc, a.id`,
    [meetingId],
  );
  const invited = await tx.query<{ organization: OrganizationName }>(
    `select ${nameOf('i.organization_id', language)} as organization from coordination.invitation i
     where i.meeting_id = $1 and i.organization_id is not null`,
    [meetingId],
  );
  return { rows, invited: invited.rows.map((row) => row.organization) };
}
/** Whether those in the room may count themselves now. */
export const takesPresence = async (tx: PoolClient, meetingId: string): Promise<boolean> =>
  (await tx.query<{ open: boolean }>('select coordination.takes_presence($1) as open', [meetingId])).rows[0]?.open ?? false;

/** The file of a paper, for whoever sees that paper. */
export async function findMeetingFile(tx: PoolClient, meetingId: string, documentId: string): Promise<GivenFile | undefined> {
  const { rows } = await tx.query<GivenFile>(
    `select f.id, f.blob, f.key_id as "keyId", f.wrapped_key as "wrappedKey", f.media_type as "mediaType", d.title
     from coordination.meeting_document d join files.file f on f.id = d.file_id where d.id = $1 and d.meeting_id = $2`,
    [documentId, meetingId],
  );
  return rows[0];
}
