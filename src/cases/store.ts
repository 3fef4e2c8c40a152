import type { PoolClient } from 'pg';
import type { Clock, Delay } from './clocks.ts';
import type { CaseRow, Colleague } from './contract.ts';

export async function listDelays(tx: PoolClient): Promise<Delay[]> {
  const { rows } = await tx.query<Delay>({
    name: 'delays',
    text: 'select kind, need, days, source, source_ar as "sourceAr", organization_id is not null as own from cases.delay order by kind, need nulls first',
  });
  return rows;
}
export async function listClocks(tx: PoolClient, caseId: string): Promise<(Clock & { id: string })[]> {
  const { rows } = await tx.query<Clock & { id: string }>(
    `select id, kind, due_at as "dueAt", paused_at as "pausedAt", stopped_at as "stoppedAt" from cases.clock where case_id = $1 order by kind for update`,
    [caseId],
  );
  return rows;
}

/** A case as lists show it, of those a query `chosen` names by id: few, and named first, so that nothing is looked up for the others. $1 is the language. */
const rowsOf = (chosen: string, order: string): string => `
  with chosen as materialized (${chosen})
  select c.id, c.reference, c.status, c.priority, c.needs,
    case when p.merged_into is null then p.name else (select k.name from people.person k where k.id = people.standing_for(p.id)) end as "personName",
    c.opened_at as "openedAt", u.name as "openedBy", c.assigned_to as "assignedTo", a.name as "assignedName", c.minor_situation as "minorSituation",
    w.due_at as "dueAt", coalesce(w.due_at < now(), false) as late,
    (select min(s.due_on) from cases.step s where s.case_id = c.id and s.ended_at is null) as "nextStepOn",
    r.status as "referralStatus", coalesce(r.status = 'sent' and r.answer_due_at < now(), false) as "referralLate",
    directory.name_in($1, o.id, o.name) as "organizationName"
  from chosen join cases."case" c on c.id = chosen.id
  left join people.person p on p.id = c.person_id
  left join access."user" u on u.id = c.opened_by
  left join access."user" a on a.id = c.assigned_to
  left join lateral (select min(w.due_at) as due_at from cases.clock w
                     where w.case_id = c.id and w.stopped_at is null and w.paused_at is null) w on true
  left join lateral (select r.status, r.answer_due_at, r.receiver_organization_id from referrals.referral r
                     where r.case_id = c.id order by r.sent_at desc limit 1) r on true
  left join directory.organization o on o.id = r.receiver_organization_id
  order by ${order}`;

export const worklists = ['mine', 'unassigned', 'all'] as const;
export type Worklist = (typeof worklists)[number];
const chosen: Record<Worklist, string> = {
  mine: 'c.assigned_to = (select access.acting_user())',
  unassigned: 'c.assigned_to is null',
  all: 'true',
};

/** The open cases of a list: what waits for an answer too long first, then emergencies, then what is due next. */
export async function listOpenCases(tx: PoolClient, list: Worklist, language: string): Promise<CaseRow[]> {
  const { rows } = await tx.query<CaseRow>({
    name: `open-cases-${list}`,
    text: rowsOf(
      `select c.id from cases."case" c
       left join lateral (select min(w.due_at) as due_at from cases.clock w
                          where w.case_id = c.id and w.stopped_at is null and w.paused_at is null) w on true
       where c.closed_at is null and c.organization_id = (select access.acting_organization()) and ${chosen[list]}
       order by array_position(array['emergency', 'urgent', 'normal'], c.priority), w.due_at nulls last, c.opened_at desc limit 200`,
      `coalesce(r.status = 'sent' and r.answer_due_at < now(), false) desc, coalesce(w.due_at < now(), false) desc,
       array_position(array['emergency', 'urgent', 'normal'], c.priority), coalesce(r.status in ('declined', 'completed'), false) desc,
       w.due_at nulls last, c.opened_at desc`,
    ),
    values: [language],
  });
  return rows;
}
export async function listClosedCases(tx: PoolClient, language: string): Promise<CaseRow[]> {
  const { rows } = await tx.query<CaseRow>({
    name: 'closed-cases',
    text: rowsOf(
      `select id from cases."case" where closed_at is not null and erased_at is null and organization_id = (select access.acting_organization())
       order by closed_at desc limit 50`,
      'c.closed_at desc',
    ),
    values: [language],
  });
  return rows;
}
/** Every case of a person, under whichever of their records it was opened. */
export async function listCasesOf(tx: PoolClient, personId: string, language: string): Promise<CaseRow[]> {
  const { rows } = await tx.query<CaseRow>(
    rowsOf('select id from cases."case" where person_id = any (array(select people.records_of($2)))', 'c.opened_at desc'),
    [language, personId],
  );
  return rows;
}
export async function findCaseRow(tx: PoolClient, id: string, language: string): Promise<CaseRow | undefined> {
  const { rows } = await tx.query<CaseRow>({ name: 'case-row', text: rowsOf('select $2::uuid as id', 'c.id'), values: [language, id] });
  return rows[0];
}
/** Who works at this desk, with what each has open: to assign, hand over and entrust. */
export async function listColleagues(tx: PoolClient): Promise<Colleague[]> {
  const { rows } = await tx.query<Colleague>(
    `select m.user_id as "userId", u.name, bool_or(m.reads_restricted) as "readsRestricted", bool_or(m.role = 'cell_manager') as "isHead",
       (select count(*)::int from cases."case" c where c.assigned_to = m.user_id and c.closed_at is null
          and c.organization_id = m.organization_id) as "openCases"
     from access.membership m join access."user" u on u.id = m.user_id
     where m.organization_id = access.acting_organization() and m.ended_at is null and m.role in ('agent', 'cell_manager')
     group by m.user_id, m.organization_id, u.name order by u.name`,
  );
  return rows;
}
