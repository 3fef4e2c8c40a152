import type { PoolClient } from 'pg';
import type { Actor } from '../platform/database/actor.ts';
import { isKeeper } from './commands/said.ts';
import type { ActionView, Doing, FindingView, RecommendationView } from './contract.ts';
import { listOverlaps } from './overlaps.ts';
import { actionMoves, findingMoves, type Move, movesFor, recommendationMoves } from './rules.ts';
import { type Language, listActions, listFindings, listRecommendations, nameOf } from './store.ts';

/** What stands around any thing: who supports it, what is said of it, what it was. */
const around = (language: Language): string => `
  coalesce((select jsonb_agg(${nameOf('e.organization_id', language)} order by e.said_at) from coordination.endorsement e where e.subject_id = $1), '[]') as "endorsedBy",
  coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'words', c.words, 'saidAt', c.said_at, 'organization', ${nameOf('c.organization_id', language)}) order by c.said_at)
    from coordination.comment c where c.subject_id = $1 and c.withdrawn_at is null), '[]') as comments,
  coordination.is_published($1) as "isPublished",
  coalesce((select jsonb_agg(jsonb_build_object('at', p.at, 'of', p.of, 'status', p.kept ->> 'status', 'reason', p.kept ->> 'reason') order by p.n desc)
    from coordination.past p where p.subject_id = $1 and p.kept ->> 'status' is distinct from 'draft'), '[]') as past,
  coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'field', x.field, 'language', x.language, 'theirs', x.theirs, 'mine', x.mine,
      'writtenAt', x.written_at) order by x.written_at) from coordination.conflict x where x.subject_id = $1 and x.settled_at is null), '[]') as conflicts,
  exists (select from coordination.endorsement e where e.subject_id = $1 and e.organization_id = $2) as endorses,
  exists (select from coordination.followed_by((select access.acting_user())) w where w.id = $1) as "isTold"`;

function doingOf<S extends string>(
  moves: readonly Move<S>[],
  status: S,
  owners: readonly (string | null)[],
  { endorses, isTold }: Pick<Doing, 'endorses' | 'isTold'>,
  actor: Actor,
): Doing {
  const keeper = isKeeper(actor.role);
  const isOwn = owners.includes(actor.organizationId) || (owners[0] === null && keeper);
  return { isOwn, isKeeper: keeper, endorses, isTold, acts: movesFor(moves, status, { isOwn, isKeeper: keeper }).map((m) => m.act) };
}

/** A recommendation with what led to it and what came of it; undefined where there is none, or not for this reader. */
export async function viewRecommendation(
  tx: PoolClient,
  actor: Actor,
  id: string,
  language: Language,
): Promise<RecommendationView | undefined> {
  const row = (await listRecommendations(tx, language, [id]))[0];
  if (!row) return undefined;
  const { rows } = await tx.query(
    `select r.text, r.audiences, r.addressed_to as "addressedTo", r.measure, r.reason, r.decided_on::text as "decidedOn",
       r.organization_id as "writerId", r.owner_id as "ownerId", ${nameOf('r.organization_id', language)} as writer,
       (select jsonb_build_object('id', m.id, 'title', m.title) from coordination.recommendation m where m.id = r.merged_into) as "mergedInto",
       (select jsonb_build_object('id', m.id, 'title', m.title, 'heldOn', m.held_on) from coordination.meeting m where m.id = r.meeting_id) as meeting,
       array(select x.action_id from coordination.action_recommendation x where x.recommendation_id = r.id) as actions,
       array(select x.finding_id from coordination.recommendation_finding x where x.recommendation_id = r.id) as findings, ${around(language)}
     from coordination.recommendation r where r.id = $1`,
    [id, actor.organizationId],
  );
  const { writerId, ownerId, actions, findings, endorses, isTold, ...rest } = rows[0];
  return {
    ...row,
    ...rest,
    from: await listFindings(tx, language, findings),
    by: await listActions(tx, language, actions),
    doing: doingOf(recommendationMoves, row.status, [writerId, ownerId], { endorses, isTold }, actor),
  };
}

export async function viewAction(tx: PoolClient, actor: Actor, id: string, language: Language): Promise<ActionView | undefined> {
  const row = (await listActions(tx, language, [id]))[0];
  if (!row) return undefined;
  const { rows } = await tx.query(
    `select a.text, a.audiences, a.reason, a.rhythm_days as "rhythmDays", a.source_url as "sourceUrl", a.organization_id as "ownerId",
       case when a.figure is not null then jsonb_build_object('key', a.figure, 'from', a.figure_from, 'aim', a.figure_aim,
         'now', coordination.figure_now(a.figure)) end as figure,
       coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'weight', x.weight) order by r.number)
         from coordination.action_recommendation x join coordination.recommendation r on r.id = x.recommendation_id where x.action_id = a.id), '[]') as "for",
       coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'weight', s.weight, 'dueOn', s.due_on, 'isMilestone', s.is_milestone,
           'isProven', exists (select from coordination.proof p where p.step_id = s.id and p.withdrawn_at is null), 'ending', s.ending, 'endedOn', s.ended_on, 'reason', s.reason,
           'organization', ${nameOf('s.organization_id', language)}) order by s.position, s.id)
         from coordination.step s where s.action_id = a.id), '[]') as steps,
       coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'stepId', p.step_id, 'kind', p.kind, 'datedOn', p.dated_on, 'words', p.words, 'url', p.url,
           'figure', p.figure, 'figureValue', p.figure_value, 'isPublic', p.is_public,
           'file', (select jsonb_build_object('mediaType', f.media_type, 'size', f.size) from files.file f where f.id = p.file_id),
           'organization', ${nameOf('p.organization_id', language)},
           'withdrawn', case when p.withdrawn_at is not null then jsonb_build_object('at', p.withdrawn_at, 'because', p.withdrawn_because) end)
           order by p.dated_on, p.id)
         from coordination.proof p where p.action_id = a.id), '[]') as proofs,
       coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'organization', ${nameOf('c.organization_id', language)}, 'does', c.does, 'amount', c.amount,
           'currency', c.currency, 'status', c.status, 'reason', c.reason) order by c.created_at)
         from coordination.commitment c where c.action_id = a.id), '[]') as commitments,
       coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'kind', b.kind, 'words', b.words, 'openedAt', b.opened_at,
           'organization', ${nameOf('b.organization_id', language)}) order by b.opened_at)
         from coordination.blocker b where b.action_id = a.id and b.closed_at is null), '[]') as blockers,
       coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'words', n.words, 'declaredProgress', n.declared_progress, 'at', n.created_at, 'answer', n.answer, 'newDate', n.new_date,
           'organization', ${nameOf('n.organization_id', language)}) order by n.created_at desc)
         from coordination.news n where n.action_id = a.id), '[]') as news,
       coordination.takes_part(a.id) as "takesPart", ${around(language)}
     from coordination.action a where a.id = $1`,
    [id, actor.organizationId],
  );
  const { ownerId, endorses, isTold, ...rest } = rows[0];
  const doing = doingOf(actionMoves, row.status, [ownerId], { endorses, isTold }, actor);
  const { themes, communeCodes: communes, startsOn, endsOn, status } = row;
  const isOpen = doing.isOwn && status !== 'done' && status !== 'abandoned';
  const overlaps = isOpen ? await listOverlaps(tx, actor.organizationId, { themes, communes, startsOn, endsOn, but: id }, language) : [];
  return { ...row, ...rest, overlaps, doing };
}

export async function viewFinding(tx: PoolClient, actor: Actor, id: string, language: Language): Promise<FindingView | undefined> {
  const row = (await listFindings(tx, language, [id]))[0];
  if (!row) return undefined;
  const { rows } = await tx.query(
    `select f.text, f.audiences, f.commune_codes as "communeCodes", f.desk_need as "deskNeed", f.organization_id as "ownerId",
       (select jsonb_build_object('id', m.id, 'title', m.title) from coordination.finding m where m.id = f.merged_into) as "mergedInto",
       coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'saidOn', s.said_on, 'note', s.note,
           'organization', ${nameOf('s.organization_id', language)},
           'meeting', (select jsonb_build_object('id', m.id, 'title', m.title) from coordination.meeting m where m.id = s.meeting_id)) order by s.said_on)
         from coordination.finding_source s join coordination.finding o on o.id = s.finding_id where coalesce(o.merged_into, o.id) = f.id or o.id = f.id), '[]') as said,
       coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'status', r.status))
         from coordination.recommendation_finding x join coordination.recommendation r on r.id = x.recommendation_id where x.finding_id = f.id), '[]') as "ledTo",
       ${around(language)}
     from coordination.finding f where f.id = $1`,
    [id, actor.organizationId],
  );
  const { ownerId, endorses, isTold, ...rest } = rows[0];
  return { ...row, ...rest, doing: doingOf(findingMoves, row.status, [ownerId], { endorses, isTold }, actor) };
}
