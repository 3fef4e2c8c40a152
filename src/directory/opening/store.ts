import type { Pool, PoolClient } from 'pg';
import { type CalendarData, type OpeningCalendar, openingCalendar } from './calendar.ts';
import type { HoursOfPlace } from './overview.ts';
import type { Schedule } from './schedule.ts';

/** The calendar the region entered. */
export async function getCalendarData(pool: Pool | PoolClient): Promise<CalendarData> {
  const { rows } = await pool.query<CalendarData>(
    `select c.timezone,
       coalesce((select jsonb_agg(jsonb_build_object('month', f.month, 'day', f.day, 'since', f.since, 'names', f.names))
         from directory.fixed_holiday f), '[]') as fixed,
       coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'first_day', p.first_day, 'last_day', p.last_day, 'names', p.names,
         'confirmed', p.confirmed) order by p.first_day) from directory.calendar_period p where not p.removed), '[]') as periods
     from directory.calendar c`,
  );
  return rows[0] ?? { timezone: 'UTC', fixed: [], periods: [] };
}
/** The same, ready to be asked. */
export const getCalendar = async (pool: Pool | PoolClient): Promise<OpeningCalendar> => openingCalendar(await getCalendarData(pool));

const members: readonly (keyof Schedule)[] = [
  'freq',
  'interval',
  'byday',
  'bymonthday',
  'byyearday',
  'byweekno',
  'wkst',
  'dtstart',
  'until',
  'count',
  'valid_from',
  'valid_to',
  'opens_at',
  'closes_at',
  'timezone',
  'description',
  'notes',
  'schedule_link',
  'season',
  'by_appointment',
  'open_on_holidays',
];
const scheduleOf = `jsonb_strip_nulls(jsonb_build_object(${members.map((name) => `'${name}', h.${name}`).join(', ')}))`;

/**
 * The hours of each of these services. Hours of the service come first; a service that gives none has those of its places.
 * Services without any row are absent. A place that is confidential keeps its name to itself.
 */
export async function listHours(
  pool: Pool | PoolClient,
  services: readonly string[],
  language: string,
): Promise<Map<string, HoursOfPlace[]>> {
  const { rows } = await pool.query<{ service: string; hours: HoursOfPlace[] }>({
    name: 'directory-hours',
    text: `
      with hours as (
        select s.id as service, null::uuid as place, h.id, ${scheduleOf} as schedule
        from unnest($1::uuid[]) s(id) join directory.schedule h on h.service_id = s.id
        union all
        select sl.service_id, l.id, h.id, ${scheduleOf}
        from directory.service_at_location sl join directory.location l on l.id = sl.location_id and l.vanished_at is null
        join directory.schedule h on h.service_at_location_id = sl.id and h.service_id is null
        where sl.service_id = any ($1::uuid[])
        union all
        select sl.service_id, l.id, h.id, ${scheduleOf}
        from directory.service_at_location sl join directory.location l on l.id = sl.location_id and l.vanished_at is null
        join directory.schedule h on h.location_id = l.id and h.service_id is null and h.service_at_location_id is null
        where sl.service_id = any ($1::uuid[])
          and not exists (select from directory.schedule own where own.service_id = sl.service_id)
          and not exists (select from directory.schedule own where own.service_at_location_id = sl.id)),
      groups as (
        select x.service, x.place, jsonb_agg(x.schedule order by x.id) as schedules from hours x group by 1, 2)
      select g.service, jsonb_agg(jsonb_build_object('schedules', g.schedules, 'place', case when not l.confidential then
          case when lt.name is not null then jsonb_build_object('text', lt.name, 'language', $2::text)
            when l.name is not null then jsonb_build_object('text', l.name, 'language', null) end end)
        order by g.place is not null, l.name, l.id) as hours
      from groups g left join directory.location l on l.id = g.place
      left join directory.translation lt on lt.entity = 'location' and lt.entity_id = l.id and lt.language = $2
      group by 1`,
    values: [services, language],
  });
  return new Map(rows.map((row) => [row.service, row.hours]));
}
