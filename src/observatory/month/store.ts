import type { PoolClient } from 'pg';
import { readFieldFigures } from '../../desk/index.ts';
import { threshold } from '../totals.ts';
import type { MonthReport, Period } from './contract.ts';
import { type CountedRow, type Median, publishMonth } from './publish.ts';
import { publishQuestions } from './publish-questions.ts';

/** The first day of a month so many months away. */
function firstDay(month: string, away = 0): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + away);
  return day.toISOString().slice(0, 10);
}
/** The three months compared, in the region's own days. */
const asked = `asked as (select p.period, directory.moment_of(p.since::date) as since, directory.moment_of(p.until::date) as until
  from jsonb_to_recordset($1) as p(period text, since text, until text))`;

const counts = `
with ${asked},
visit as materialized (
  select a.period, v.* from asked a join desk.visit v on v.at >= a.since and v.at < a.until and v.organization_id = access.acting_organization()),
profiled as (
  select v.period, v.id, p.sex, p.age_band, p.people from visit v join desk.visit_profile p on p.visit_id = v.id
  union all
  -- One who came alone, or whoever of a group its profile leaves out.
  select v.period, v.id, v.sex, v.age_band, v.people - coalesce((select sum(p.people) from desk.visit_profile p where p.visit_id = v.id), 0) from visit v),
opened as (
  select a.period, c.* from asked a join cases."case" c on c.opened_at >= a.since and c.opened_at < a.until and c.organization_id = access.acting_organization()),
closed as (
  select a.period, c.* from asked a join cases."case" c on c.closed_at >= a.since and c.closed_at < a.until and c.organization_id = access.acting_organization()),
sent as (
  select a.period, r.* from asked a join referrals.referral r on r.sent_at >= a.since and r.sent_at < a.until and r.organization_id = access.acting_organization()),
found as (
  select v.period, d.dimension, d.value, count(*) as count, sum(v.people) as people
  from visit v cross join lateral (
    select 'visits', 'all' union all select 'visits', 'emergency' where v.emergency union all select 'audience', v.audience union all
    select 'channel', v.channel union all select 'outcome', v.outcome union all select 'commune', coalesce(v.commune_code, 'not_said') union all
    select 'need', n from unnest(v.needs) n) d(dimension, value) group by 1, 2, 3
  union all
  select period, 'sex', sex, count(distinct id), sum(people) from profiled where people > 0 group by 1, 3
  union all
  select period, 'age_band', age_band, count(distinct id), sum(people) from profiled where people > 0 group by 1, 3
  union all
  select period, 'cases', 'opened', count(*), null from opened group by 1
  union all
  select period, 'cases', 'closed', count(*), null from closed group by 1
  union all
  select period, 'ending', status, count(*), null from closed group by 1, 3
  union all
  select period, 'not_receivable', status_reason, count(*), null from closed where status = 'not_receivable' and status_reason is not null group by 1, 3
  union all
  select s.period, 'referral', d.value, count(*), null from sent s cross join lateral (
    select 'sent' union all select 'accepted' where s.status in ('accepted', 'completed') union all select 'declined' where s.status = 'declined') d(value)
  group by 1, 3)
select f.period, f.dimension, f.value, f.count::int, f.people::int,
  case when t.code is not null then jsonb_build_object('fr', t.name_fr, 'ar', t.name_ar) end as name
from found f left join territory.territory t on f.dimension = 'commune' and t.code = f.value`;

/** Days with the pauses taken out, when it was for the person to act. */
const ran = (until: string): string => `extract(epoch from ${until} - k.started_at
  - coalesce((select sum(z.resumed_at - z.paused_at) from cases.clock_pause z where z.clock_id = k.id), interval '0')) / 86400.0`;
const medians = `
with ${asked}
select a.period, 'first_action' as value, round(percentile_cont(0.5) within group (order by ${ran('k.stopped_at')})::numeric, 1)::float as days, count(*)::int as cases
from asked a join cases.clock k on k.kind = 'acknowledge' and k.stopped_at >= a.since and k.stopped_at < a.until and k.organization_id = access.acting_organization()
group by 1
union all
select a.period, 'closure', round(percentile_cont(0.5) within group (order by ${ran('c.closed_at')})::numeric, 1)::float, count(*)::int
from asked a join cases."case" c on c.closed_at >= a.since and c.closed_at < a.until and c.organization_id = access.acting_organization()
join cases.clock k on k.case_id = c.id and k.kind = 'answer'
group by 1`;

/** The acting cell's month for its council, which is outside the cell: small numbers are hidden. */
export async function readMonth(tx: PoolClient, month: string): Promise<MonthReport> {
  const of = (period: Period, away: number) => ({ period, since: firstDay(month, away), until: firstDay(month, away + 1) });
  const [current, previous, lastYear] = [of('current', 0), of('previous', -1), of('last_year', -12)];
  const three = [JSON.stringify([current, previous, lastYear])];
  const { rows: counted } = await tx.query<CountedRow>(counts, three);
  const { rows: found } = await tx.query<Median>(medians, three);
  const answered = {
    current: await readFieldFigures(tx, current.since, current.until),
    previous: await readFieldFigures(tx, previous.since, previous.until),
    last_year: await readFieldFigures(tx, lastYear.since, lastYear.until),
  };
  const { rows: cells } = await tx.query<{ fr: string; ar: string }>(
    `select o.name as fr, directory.name_in('ar', o.id, o.name) as ar from directory.organization o where o.id = access.acting_organization()`,
  );
  return {
    month,
    cell: cells[0] ?? { fr: '', ar: '' },
    threshold,
    tables: publishMonth(counted, found, threshold),
    questions: publishQuestions(answered, threshold),
  };
}
