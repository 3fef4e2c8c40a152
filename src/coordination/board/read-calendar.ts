import type { PoolClient } from 'pg';
import { type Language, listActions } from '../store.ts';
import type { Calendar, CalendarStep, Narrowed } from './contract.ts';
import { conditions, regionToday } from './count-sql.ts';

const pageSize = 60;

/** Twelve months from a month (YYYY-MM) on, or from the region's own: what runs in them as narrowed, with the steps that are due. */
export async function readCalendar(
  tx: PoolClient,
  narrowed: Narrowed,
  month: string | undefined,
  after: string | undefined,
  language: Language,
): Promise<Calendar> {
  const { rows: days } = await tx.query<{ from: string; to: string; today: string }>(
    `select d::date::text as "from", (d + interval '12 months' - interval '1 day')::date::text as "to", ${regionToday}::text as today
     from date_trunc('month', coalesce($1::date, ${regionToday})::timestamp) d`,
    [month === undefined ? null : `${month}-01`],
  );
  const [period] = days;
  if (!period) throw new Error('a month has days');
  const values: unknown[] = [period.from, period.to];
  const kept = [
    `s.status in ('proposed', 'under_way', 'done')`,
    's.until >= $1',
    '(s.starts_on is null or s.starts_on <= $2)',
    // Without either day there is nothing to draw.
    `(s.starts_on is not null or s.until < 'infinity')`,
    ...conditions(narrowed, values),
  ];
  if (after !== undefined) {
    const [until, id] = after.split('_');
    kept.push(`(s.until, s.action_id) > ($${values.push(until)}::date, $${values.push(id)}::uuid)`);
  }
  const { rows } = await tx.query<{ id: string; until: string }>(
    `select s.action_id as id, s.until::text from coordination.standing s where ${kept.join(' and ')} order by s.until, s.action_id limit ${pageSize + 1}`,
    values,
  );
  const page = rows.slice(0, pageSize);
  const ids = page.map(({ id }) => id);
  const found = new Map((await listActions(tx, language, ids)).map((row) => [row.id, row]));
  const { rows: steps } = await tx.query<CalendarStep & { actionId: string }>(
    `select id, action_id as "actionId", title, due_on::text as "dueOn", is_milestone as "isMilestone", ending from coordination.step
     where action_id = any ($1) and due_on between $2 and $3 order by due_on, position`,
    [ids, period.from, period.to],
  );
  const due = Map.groupBy(steps, ({ actionId }) => actionId);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    ...period,
    actions: ids.flatMap((id) => {
      const row = found.get(id);
      return row ? { ...row, due: (due.get(id) ?? []).map(({ actionId: _, ...step }) => step) } : [];
    }),
    next: last ? `${last.until}_${last.id}` : null,
  };
}
