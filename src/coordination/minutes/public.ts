import type { Pool, PoolClient } from 'pg';
import type { Told } from '../contract.ts';
import type { MinutesContent } from './contract.ts';
import type { DecisionStatus } from './lists.ts';

type Content = MinutesContent;
/** A meeting as everybody may read it. */
export interface PublicMeetingView {
  meeting: Omit<Content['meeting'], 'kind'>;
  sourceUrl: string | null;
  agenda: Omit<Content['agenda'][number], 'day'>[];
  /** Null: nothing was validated, or nobody was counted. */
  attendance: Pick<Content['attendance'], 'all' | 'sex' | 'kind'> | null;
  groups: { id: string; title: Told; words: Told }[];
  findings: Content['findings'];
  recommendations: (Content['recommendations'][number] & { hasPage: boolean })[];
  actions: (Content['actions'][number] & { hasPage: boolean })[];
  decisions: (Content['decisions'][number] & { status: DecisionStatus; endedOn: string | null })[];
  /** The newest version, and its day: YYYY-MM-DD. */
  version: { number: number; on: string } | null;
}

interface Row {
  meeting: PublicMeetingView['meeting'];
  isValidated: boolean;
  sourceUrl: string | null;
  content: Content | null;
  version: PublicMeetingView['version'];
  agenda: PublicMeetingView['agenda'];
  asked: Content['recommendations'];
  published: string[];
  decided: { id: string; status: DecisionStatus; endedOn: string | null }[];
}
// Nobody acts on the public site, so that row-level security leaves what is published; whoever decides to publish reads the same beforehand.
const query = `select jsonb_build_object('id', m.id, 'title', m.title, 'purpose', m.purpose, 'opening', m.summary, 'closing', null, 'heldOn', m.held_on,
      'endedOn', m.ended_on, 'begins', to_char(m.begins, 'HH24:MI'), 'ends', to_char(m.ends, 'HH24:MI'), 'place', m.place, 'organization', null,
      'body', (select b.name from coordination.body b where b.id = m.body_id), 'number', m.number) as meeting,
    m.status = 'validated' as "isValidated", m.source_url as "sourceUrl", v.content,
    case when v.id is not null then jsonb_build_object('number', v.version, 'on', directory.wall_clock(v.validated_at)::date) end as version,
    coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'title', i.title, 'minutes', i.minutes, 'speaker', coalesce(i.speaker, ''),
        'words', '{}'::jsonb) order by i.day, i.position, i.created_at) from coordination.agenda_item i where i.meeting_id = m.id), '[]') as agenda,
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'urgent', r.urgent) order by r.number nulls last, r.created_at)
      from coordination.recommendation r where r.meeting_id = m.id and coordination.is_published(r.id)), '[]') as asked,
    array(select p.subject_id::text from coordination.publication p where p.subject_id in (
      select (x ->> 'id')::uuid from jsonb_array_elements((v.content -> 'recommendations') || (v.content -> 'actions')) x)) as published,
    coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'status', d.status, 'endedOn', d.ended_on)) from coordination.decision d
      where d.meeting_id = m.id), '[]') as decided
  from coordination.meeting m left join lateral (
    select * from coordination.minutes v where v.meeting_id = m.id order by v.version desc limit 1) v on true
  where m.id = $1`;

/** A meeting as everybody may read it: what its newest minutes say, without its notes; before that, when it is and what it is about. */
export async function readPublicMeeting(db: Pool | PoolClient, id: string): Promise<PublicMeetingView | undefined> {
  const { rows } = await db.query<Row>(query, [id]);
  const [row] = rows;
  if (!row) return undefined;
  const { meeting, isValidated, sourceUrl, content, version, agenda, asked, published, decided } = row;
  if (!content) {
    const recommendations = asked.map((each) => ({ ...each, hasPage: true }));
    const said = { ...meeting, opening: isValidated ? meeting.opening : null };
    return {
      meeting: said,
      sourceUrl,
      agenda,
      attendance: null,
      groups: [],
      findings: [],
      recommendations,
      actions: [],
      decisions: [],
      version,
    };
  }
  const page = <T extends { id: string }>(thing: T) => ({ ...thing, hasPage: published.includes(thing.id) });
  const { all, sex, kind } = content.attendance;
  return {
    meeting: content.meeting,
    sourceUrl,
    agenda: content.agenda,
    attendance: all > 0 ? { all, sex, kind } : null,
    groups: content.groups.map(({ id: groupId, title, words }) => ({ id: groupId, title, words })),
    findings: content.findings,
    recommendations: content.recommendations.map(page),
    actions: content.actions.map(page),
    decisions: content.decisions.map((decision) => ({
      ...decision,
      ...(decided.find((each) => each.id === decision.id) ?? { status: 'open' as const, endedOn: null }),
    })),
    version,
  };
}
