import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { MinutesContent } from './contract.ts';

/** An organisation's name in both languages of the minutes. */
const namesOf = (id: string): string => `(select jsonb_build_object(
    'fr', coalesce((select tr.name from directory.translation tr where tr.entity = 'organization' and tr.entity_id = o.id and tr.language = 'fr'), o.name),
    'ar', coalesce((select tr.name from directory.translation tr where tr.entity = 'organization' and tr.entity_id = o.id and tr.language = 'ar'), o.name))
  from directory.organization o where o.id = ${id})`;
const list = (object: string, from: string, order: string): string =>
  `coalesce((select jsonb_agg(${object} order by ${order}) ${from}), '[]')`;
const part = (id: string): string => `coalesce((select p.words from coordination.minutes_part p where p.id = ${id}), '{}')`;
const counts = (dimension: string): string =>
  `coalesce((select jsonb_object_agg(t.value, t.count) from totals t where t.dimension = '${dimension}'), '{}')`;

// What the meeting found, asked for and does together is what everyone who signs in may read: drafts of somebody's stay out.
const query = `with totals as (select * from coordination.attendance_totals($1))
  select jsonb_build_object('id', m.id, 'kind', m.kind, 'title', m.title, 'purpose', m.purpose, 'opening', m.opening, 'closing', m.closing,
      'heldOn', m.held_on, 'endedOn', m.ended_on, 'begins', to_char(m.begins, 'HH24:MI'), 'ends', to_char(m.ends, 'HH24:MI'), 'place', m.place,
      'organization', ${namesOf('m.organization_id')}, 'body', (select b.name from coordination.body b where b.id = m.body_id), 'number', m.number) as meeting,
    ${list(
      `jsonb_build_object('id', i.id, 'day', i.day, 'kind', i.kind, 'title', i.title, 'minutes', i.minutes, 'speaker', coalesce(i.speaker, ''), 'words', ${part('i.id')})`,
      'from coordination.agenda_item i where i.meeting_id = m.id',
      'i.day, i.position, i.created_at',
    )} as agenda,
    jsonb_build_object('all', coalesce((select t.count from totals t where t.dimension = 'all'), 0), 'sex', ${counts('sex')}, 'kind', ${counts('kind')},
      'group', ${counts('group')}) as attendance,
    ${list(
      `jsonb_build_object('id', g.id, 'title', g.title, 'theme', g.theme, 'place', coalesce(g.place, ''), 'words', ${part('g.id')})`,
      'from coordination.meeting_group g where g.meeting_id = m.id',
      'g.position, g.created_at',
    )} as groups,
    ${list(
      `jsonb_build_object('id', n.id, 'groupId', n.group_id, 'kind', n.kind, 'words', n.words)`,
      'from coordination.note n where n.meeting_id = m.id and n.withdrawn_at is null',
      'n.position, n.id',
    )} as notes,
    ${list(
      `jsonb_build_object('id', f.id, 'kind', f.kind, 'title', f.title)`,
      `from coordination.finding f where f.status = 'shared' and exists (
         select from coordination.finding_source s where s.finding_id = f.id and s.meeting_id = m.id)`,
      'f.created_at, f.id',
    )} as findings,
    ${list(
      `jsonb_build_object('id', r.id, 'title', r.title, 'urgent', r.urgent)`,
      `from coordination.recommendation r where r.meeting_id = m.id and r.status <> 'draft'`,
      'r.number nulls last, r.created_at, r.id',
    )} as recommendations,
    ${list(
      `jsonb_build_object('id', a.id, 'title', a.title)`,
      `from coordination.action a where a.status <> 'draft' and exists (
         select from coordination.note n where n.meeting_id = m.id and n.became_id = a.id and n.withdrawn_at is null)`,
      'a.created_at, a.id',
    )} as actions,
    ${list(
      `jsonb_build_object('id', d.id, 'number', d.number, 'words', d.words, 'owner', ${namesOf('d.owner_id')}, 'dueOn', d.due_on)`,
      'from coordination.decision d where d.meeting_id = m.id',
      'd.number',
    )} as decisions
  from coordination.meeting m where m.id = $1`;

/** The minutes of a meeting as they stand now. */
export async function readContent(tx: PoolClient, meetingId: string): Promise<MinutesContent | undefined> {
  const { rows } = await tx.query<MinutesContent>(query, [meetingId]);
  return rows[0];
}

/** The same content has the same mark: whoever validates shows by it what they read. */
export const markOf = (content: MinutesContent): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
