import type { PoolClient } from 'pg';
import { listOpenErasures } from '../../people/index.ts';
import type { CellCase, DueStep, HandoverPreview, Load, Member, PastHandover, Today, Workload } from './contract.ts';
import type { CaseList } from './lists.ts';

/** The first end of a case's clocks that still run. */
const clock = `left join lateral (select min(w.due_at) as due_at from cases.clock w
  where w.case_id = c.id and w.stopped_at is null and w.paused_at is null) w on true`;
const open = `c.organization_id = (select access.acting_organization()) and c.closed_at is null`;

const isIn: Record<CaseList, string> = {
  late: 'w.due_at < now()',
  emergency: `c.priority = 'emergency'`,
  unassigned: 'c.assigned_to is null',
  waiting: `c.status in ('open', 'reopened')`,
  all: 'true',
};

/** The figures of one look: what waits, what is late, who came. */
export async function readToday(tx: PoolClient): Promise<Today> {
  const { rows } = await tx.query<Omit<Today, 'visits' | 'steps' | 'erasures'>>(
    `select count(*) filter (where ${isIn.late})::int as late, count(*) filter (where ${isIn.emergency})::int as emergency,
       count(*) filter (where ${isIn.unassigned})::int as unassigned, count(*) filter (where ${isIn.waiting})::int as waiting, count(*)::int as open
     from cases."case" c ${clock} where ${open}`,
  );
  if (!rows[0]) throw new Error('a count has one row');
  return { ...rows[0], visits: await readVisitsToday(tx), steps: await listDueSteps(tx), erasures: await listOpenErasures(tx) };
}

/** Today's visits beside those of the same weekday in the eight weeks before: whole days, and up to this hour. Days without any visit count. */
async function readVisitsToday(tx: PoolClient): Promise<Today['visits']> {
  const { rows } = await tx.query<Today['visits']>(
    `with local as (select directory.wall_clock(now()) as now),
     first as (select directory.wall_clock(min(at))::date as day from desk.visit where organization_id = access.acting_organization()),
     days as (select l.now::date - 7 * n as day from local l, first f, generate_series(1, 8) n where l.now::date - 7 * n >= f.day),
     past as (
       select d.day, count(v.id) as whole, count(v.id) filter (where directory.wall_clock(v.at)::time <= (select now::time from local)) as by_now
       from days d left join desk.visit v on v.organization_id = access.acting_organization()
         and v.at >= directory.moment_of(d.day) and v.at < directory.moment_of(d.day + 1) group by d.day)
     select (select count(*)::int from desk.visit v, local l where v.organization_id = access.acting_organization()
               and v.at >= directory.moment_of(l.now::date)) as today,
       (select coalesce(sum(v.people), 0)::int from desk.visit v, local l where v.organization_id = access.acting_organization()
               and v.at >= directory.moment_of(l.now::date)) as people,
       round(percentile_cont(0.5) within group (order by whole))::int as usual,
       round(percentile_cont(0.5) within group (order by by_now))::int as "usualByNow", count(*)::int as weeks
     from past`,
  );
  if (!rows[0]) throw new Error('a count has one row');
  return rows[0];
}

async function listDueSteps(tx: PoolClient): Promise<DueStep[]> {
  const { rows } = await tx.query<DueStep>(
    `select s.id, s.case_id as "caseId", c.reference, s.title, s.due_on::text as "dueOn", s.due_on < directory.today() as "isLate", u.name as "assignedName"
     from cases.step s join cases."case" c on c.id = s.case_id and c.closed_at is null
     left join access."user" u on u.id = coalesce(s.assigned_to, c.assigned_to)
     where s.organization_id = access.acting_organization() and s.ended_at is null and s.due_on <= directory.today()
     order by s.due_on, c.reference limit 100`,
  );
  return rows;
}

/** The open cases behind a figure, of one agent where one is named: emergencies and what is late first. */
export async function listCellCases(tx: PoolClient, list: CaseList, agent?: string): Promise<CellCase[]> {
  const { rows } = await tx.query<CellCase>(
    `select c.id, c.reference, p.name as "personName", c.status, c.priority, c.needs, c.opened_at as "openedAt", c.assigned_to as "assignedTo",
       a.name as "assignedName", w.due_at as "dueAt", coalesce(w.due_at < now(), false) as late, n.at as "toldAt"
     from cases."case" c ${clock}
     left join people.person p on p.id = people.standing_for(c.person_id)
     left join access."user" a on a.id = c.assigned_to
     left join platform.notice n on n.organization_id = c.organization_id and n.kind = 'case_late' and n.subject_id = c.id
     where ${open} and ${isIn[list]} and ($1::uuid is null or c.assigned_to = $1)
     order by array_position(array['emergency', 'urgent', 'normal'], c.priority), w.due_at nulls last, c.opened_at limit 200`,
    [agent],
  );
  return rows;
}

/** Who works here, and who left with cases still in their name. */
async function listCellMembers(tx: PoolClient): Promise<Member[]> {
  const { rows } = await tx.query<Member>(
    `select m.user_id as "userId", u.name, bool_or(m.role = 'cell_manager' and m.ended_at is null) as "isHead", bool_or(m.ended_at is null) as "isActive",
       bool_or(m.reads_restricted and m.ended_at is null) as "readsRestricted"
     from access.membership m join access."user" u on u.id = m.user_id
     where m.organization_id = access.acting_organization() and m.role in ('agent', 'cell_manager')
     group by m.user_id, u.name
     having bool_or(m.ended_at is null) or exists (select from cases."case" c where ${open} and c.assigned_to = m.user_id)
     order by u.name`,
  );
  return rows;
}

/** How long a clock ran, in days: the pauses, when it was for the person to act, taken out. */
const ran = (until: string): string => `extract(epoch from ${until} - k.started_at
  - coalesce((select sum(z.resumed_at - z.paused_at) from cases.clock_pause z where z.clock_id = k.id), interval '0')) / 86400.0`;

/** Who carries what, and how long people waited in one month. Closed cases count for whoever they are in the name of. */
export async function readWorkload(tx: PoolClient, since: string, until: string): Promise<Workload> {
  const { rows } = await tx.query<Load>(
    `with month as (select directory.moment_of($1::date) as since, directory.moment_of($2::date) as until),
     now_open as (
       select c.assigned_to as agent, count(*) as open, count(*) filter (where ${isIn.late}) as late,
         count(*) filter (where c.status in ('waiting_person', 'waiting_third_party')) as waiting, grouping(c.assigned_to) as whole
       from cases."case" c ${clock} where ${open} group by grouping sets ((c.assigned_to), ())),
     first_action as (
       select c.assigned_to as agent, grouping(c.assigned_to) as whole, percentile_cont(0.5) within group (order by ${ran('k.stopped_at')}) as days
       from cases.clock k join cases."case" c on c.id = k.case_id, month m
       where k.organization_id = access.acting_organization() and k.kind = 'acknowledge' and k.stopped_at >= m.since and k.stopped_at < m.until
       group by grouping sets ((c.assigned_to), ())),
     closure as (
       select c.assigned_to as agent, grouping(c.assigned_to) as whole, count(*) as closed,
         percentile_cont(0.5) within group (order by ${ran('c.closed_at')}) filter (where k.id is not null) as days
       from cases."case" c left join cases.clock k on k.case_id = c.id and k.kind = 'answer', month m
       where c.organization_id = access.acting_organization() and c.closed_at >= m.since and c.closed_at < m.until
       group by grouping sets ((c.assigned_to), ())),
     who as (select agent, whole from now_open union select agent, whole from first_action union select agent, whole from closure)
     select w.agent as "userId", coalesce(o.open, 0)::int as open, coalesce(o.late, 0)::int as late, coalesce(o.waiting, 0)::int as waiting,
       coalesce(l.closed, 0)::int as "closedThisMonth", round(f.days::numeric, 1)::float as "daysToFirstAction", round(l.days::numeric, 1)::float as "daysToClosure"
     from who w
     left join now_open o on o.whole = w.whole and o.agent is not distinct from w.agent
     left join first_action f on f.whole = w.whole and f.agent is not distinct from w.agent
     left join closure l on l.whole = w.whole and l.agent is not distinct from w.agent
     where w.whole = 1 or w.agent is not null`,
    [since, until],
  );
  return { members: await listCellMembers(tx), loads: rows };
}

export async function previewHandover(tx: PoolClient, from: string): Promise<HandoverPreview> {
  const { rows } = await tx.query<{ steps: number }>(
    `select count(*)::int as steps from cases.step s join cases."case" c on c.id = s.case_id
     where ${open} and c.assigned_to = $1 and s.assigned_to = $1 and s.ended_at is null`,
    [from],
  );
  return { cases: await listCellCases(tx, 'all', from), steps: rows[0]?.steps ?? 0 };
}

/** The last handovers, each as one: the journal tells one line a case. */
export async function listHandovers(tx: PoolClient): Promise<PastHandover[]> {
  const { rows } = await tx.query<PastHandover>(
    `select min(j.at) as at, f.name as "fromName", t.name as "toName", f.id as "fromUserId", t.id as "toUserId",
       j.payload ->> 'reason' as reason, count(*)::int as cases
     from platform.journal j
     join access."user" f on f.id::text = j.payload ->> 'fromUserId' join access."user" t on t.id::text = j.payload ->> 'toUserId'
     where j.organization_id = access.acting_organization() and j.kind = 'case_handed_over'
     group by j.command_id, f.id, t.id, f.name, t.name, j.payload ->> 'reason' order by min(j.id) desc limit 10`,
  );
  return rows;
}
