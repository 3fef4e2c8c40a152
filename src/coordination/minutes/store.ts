import type { PoolClient } from 'pg';
import type { Actor } from '../../platform/database/actor.ts';
import { isKeeper } from '../commands/said.ts';
import { movesFor } from '../rules.ts';
import { type Language, nameOf } from '../store.ts';
import { markOf, readContent } from './content.ts';
import type {
  DecisionRow,
  Decisions,
  LiveMeeting,
  MinutesContent,
  MinutesVersion,
  MinutesView,
  NoteConflict,
  NoteRow,
} from './contract.ts';
import { decisionMoves } from './rules.ts';

const conflictOf = (x: string): string =>
  `jsonb_build_object('id', ${x}.id, 'subjectId', ${x}.subject_id, 'field', ${x}.field, 'language', ${x}.language, 'theirs', ${x}.theirs, 'mine', ${x}.mine)`;

/** The notes of a meeting in their order. */
async function listNotes(tx: PoolClient, meetingId: string, language: Language): Promise<NoteRow[]> {
  const { rows } = await tx.query<NoteRow>(
    `select n.id, n.group_id as "groupId", n.kind, n.words, n.position, ${nameOf('n.organization_id', language)} ->> 'name' as organization,
       case when n.became_id is not null then jsonb_build_object('kind', n.became_kind, 'id', n.became_id) end as became,
       coalesce((select jsonb_agg(${conflictOf('x')} order by x.written_at) from coordination.conflict x
         where x.subject_id = n.id and x.settled_at is null), '[]') as conflicts
     from coordination.note n where n.meeting_id = $1 and n.withdrawn_at is null
     order by n.position, n.id`,
    [meetingId],
  );
  return rows;
}

/** A meeting for those who write it down; undefined where there is none, or it is not theirs to write. */
export async function readLive(tx: PoolClient, meetingId: string, language: Language): Promise<LiveMeeting | undefined> {
  const { rows } = await tx.query<Omit<LiveMeeting, 'notes'>>(
    `select m.id, m.title, m.status, m.held_on::text as "heldOn", m.place, coordination.holds_meeting(m.id) as "isOwn",
       coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'theme', g.theme) order by g.position, g.created_at)
         from coordination.meeting_group g where g.meeting_id = m.id), '[]') as groups
     from coordination.meeting m where m.id = $1 and coordination.takes_notes(m.id)`,
    [meetingId],
  );
  const [meeting] = rows;
  return meeting && { ...meeting, notes: await listNotes(tx, meetingId, language) };
}

/** The decisions of a body, or of one meeting: what is open first, by its day. */
export async function listDecisions(
  tx: PoolClient,
  actor: Actor,
  of: { bodyId?: string | undefined; meetingId?: string | undefined },
  language: Language,
): Promise<Decisions> {
  const { rows } = await tx.query<Omit<DecisionRow, 'acts'> & { isOwner: boolean; today: string }>(
    `select d.id, d.meeting_id as "meetingId", m.number as "meetingNumber", m.held_on::text as "heldOn", d.number, d.words,
       ${nameOf('d.owner_id', language)} as owner, d.due_on::text as "dueOn", d.status, d.ended_on::text as "endedOn", d.proof,
       ${nameOf('d.ended_by', language)} ->> 'name' as "endedBy", coordination.runs_meeting(m.id) as "mayEntrust",
       coalesce(d.owner_id = (select coordination.speaker()), false) as "isOwner"
     from coordination.decision d join coordination.meeting m on m.id = d.meeting_id
     where ($1::uuid is null or m.body_id = $1) and ($2::uuid is null or m.id = $2)
     order by d.status <> 'open', d.due_on nulls last, m.held_on desc, m.number desc, d.number`,
    [of.bodyId ?? null, of.meetingId ?? null],
  );
  const today = await tx.query<{ today: string }>('select directory.today()::text as today');
  return {
    today: today.rows[0]?.today ?? '',
    decisions: rows.map(({ isOwner, ...row }) => {
      const who = { isOwn: row.mayEntrust || isOwner, isKeeper: isKeeper(actor.role) };
      return { ...row, acts: movesFor(decisionMoves, row.status, who).map((move) => move.act) };
    }),
  };
}

/** One version of the minutes; undefined where there is none such, or not for this reader. */
export async function findVersion(tx: PoolClient, meetingId: string, version: number): Promise<MinutesContent | undefined> {
  const { rows } = await tx.query<{ content: MinutesContent }>(
    'select v.content from coordination.minutes v where v.meeting_id = $1 and v.version = $2',
    [meetingId, version],
  );
  return rows[0]?.content;
}

/** Minutes as they are written, and the versions that were validated. */
export async function viewMinutes(tx: PoolClient, meetingId: string, language: Language): Promise<MinutesView | undefined> {
  const { rows } = await tx.query<Pick<MinutesView, 'status' | 'isOwn' | 'mayValidate' | 'isPublished'>>(
    `select m.status, coordination.holds_meeting(m.id) as "isOwn", coordination.runs_meeting(m.id) as "mayValidate",
       coordination.is_published(m.id) as "isPublished"
     from coordination.meeting m where m.id = $1`,
    [meetingId],
  );
  const [meeting] = rows;
  if (!meeting) return undefined;
  const versions = await tx.query<MinutesVersion>(
    `select v.version, directory.wall_clock(v.validated_at)::date::text as "validatedOn", ${nameOf('v.organization_id', language)} ->> 'name' as organization, v.reason
     from coordination.minutes v where v.meeting_id = $1 order by v.version desc`,
    [meetingId],
  );
  const newest = versions.rows[0]?.version;
  return {
    ...meeting,
    versions: versions.rows,
    draft: meeting.isOwn ? await readDraft(tx, meetingId) : null,
    validated: newest === undefined ? null : ((await findVersion(tx, meetingId, newest)) ?? null),
  };
}

async function readDraft(tx: PoolClient, meetingId: string): Promise<MinutesView['draft']> {
  const content = await readContent(tx, meetingId);
  if (!content) return null;
  const { rows } = await tx.query<{ conflict: NoteConflict & { subjectId: string } }>(
    `select ${conflictOf('x')} as conflict from coordination.conflict x
     where x.settled_at is null and (x.subject_id = $1 or x.subject_id in (select p.id from coordination.minutes_part p where p.meeting_id = $1)
       or x.subject_id in (select n.id from coordination.note n where n.meeting_id = $1 and n.withdrawn_at is null)
       or x.subject_id in (select d.id from coordination.decision d where d.meeting_id = $1))
     order by x.written_at`,
    [meetingId],
  );
  return { content, mark: markOf(content), conflicts: rows.map((row) => row.conflict) };
}
