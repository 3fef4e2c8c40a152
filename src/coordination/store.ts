import type { PoolClient } from 'pg';
import type { ActionRow, FindingRow, RecommendationRow, Thread } from './contract.ts';
import { signalsOf } from './progress.ts';

/** An organisation's name as a reader of that language knows it. */
export const nameOf = (id: string, language: string): string => `(select jsonb_build_object('id', o.id, 'name', coalesce(
    (select tr.name from directory.translation tr where tr.entity = 'organization' and tr.entity_id = o.id and tr.language = '${language}'), o.name))
  from directory.organization o where o.id = ${id})`;
export type Language = 'fr' | 'ar' | 'en' | 'es';

/** Actions of the region, or those named. Merged and abandoned ones are told by their page alone. */
export async function listActions(tx: PoolClient, language: Language, ids?: readonly string[]): Promise<ActionRow[]> {
  const { rows } = await tx.query<
    Omit<ActionRow, 'signals'> & { nextDue: string | null; hasBlocker: boolean; movedAt: Date; rhythmDays: number; today: string }
  >(
    `select a.id, a.title, a.themes, a.commune_codes as "communeCodes", a.status, ${nameOf('a.organization_id', language)} as owner,
       a.starts_on::text as "startsOn", a.ends_on::text as "endsOn", a.progress::float8, a.declared_progress::float8 as "declaredProgress",
       (select count(*)::int from coordination.commitment c where c.action_id = a.id and c.status = 'committed') as partners,
       least((select min(s.due_on) from coordination.step s where s.action_id = a.id and s.ending is null), a.ends_on)::text as "nextDue",
       exists (select from coordination.blocker b where b.action_id = a.id and b.kind = 'blocker' and b.closed_at is null) as "hasBlocker",
       a.moved_at as "movedAt", a.rhythm_days as "rhythmDays", directory.today()::text as today
     from coordination.action a where $1::uuid[] is null or a.id = any ($1)
     order by a.starts_on nulls last, a.id`,
    [ids ?? null],
  );
  return rows.map(({ nextDue, hasBlocker, movedAt, rhythmDays, today, ...row }) => ({
    ...row,
    signals: signalsOf({ status: row.status, nextDue, hasBlocker, movedAt, rhythmDays }, today),
  }));
}

/** Recommendations of the region, or those named; how far each came is kept beside its actions (`board/`). */
export async function listRecommendations(tx: PoolClient, language: Language, ids?: readonly string[]): Promise<RecommendationRow[]> {
  const { rows } = await tx.query<RecommendationRow>(
    `select r.id, r.number, r.title, r.themes, r.status, r.urgent, ${nameOf('r.owner_id', language)} as owner, r.due_on::text as "dueOn",
       case when t.known > 0 then (t.came / t.weight)::float8 end as progress,
       coalesce(t.proposed + t.under_way + t.done, 0) as actions,
       (select count(*)::int from coordination.endorsement e where e.subject_id = r.id) as endorsements,
       (select count(*)::int from coordination.recommendation_finding f where f.recommendation_id = r.id) as findings,
       coordination.is_published(r.id) as "isPublished"
     from coordination.recommendation r
       left join coordination.tally t on t.of = 'recommendation' and t.key = r.id::text and t.theme = '' and t.audience = ''
     where $1::uuid[] is null or r.id = any ($1)
     order by r.urgent desc, r.number nulls last, r.created_at, r.id`,
    [ids ?? null],
  );
  return rows;
}

/** Findings with how often each was said; those merged into one count for it. */
export async function listFindings(tx: PoolClient, language: Language, ids?: readonly string[]): Promise<FindingRow[]> {
  const { rows } = await tx.query<FindingRow>(
    `with source as (
       select coalesce(f.merged_into, f.id) as finding, s.meeting_id from coordination.finding_source s join coordination.finding f on f.id = s.finding_id)
     select f.id, f.kind, f.title, f.themes, f.status, ${nameOf('f.organization_id', language)} as "raisedBy",
       (select count(*)::int from source s where s.finding = f.id) as sources,
       (select count(distinct s.meeting_id)::int from source s where s.finding = f.id) as meetings,
       (select count(*)::int from coordination.endorsement e where e.subject_id = f.id) as endorsements
     from coordination.finding f where case when $1::uuid[] is null then f.status <> 'merged' else f.id = any ($1) end
     order by meetings desc, sources desc, f.created_at desc, f.id`,
    [ids ?? null],
  );
  return rows;
}

export async function listMeetings(tx: PoolClient): Promise<Thread['meetings']> {
  const { rows } = await tx.query<Thread['meetings'][number]>(
    'select m.id, m.title, m.held_on::text as "heldOn", m.place from coordination.meeting m order by m.held_on desc, m.id',
  );
  return rows;
}
