import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Client } from 'pg';
import { z } from 'zod';
import { StartupError } from '../../platform/config.ts';
import { seasons } from './schedule.ts';
import { tellClock } from './tell-clock.ts';
import { zoneOf } from './zone.ts';

const key = z.string().regex(/^[a-z0-9-]{1,60}$/);
const names = z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().min(1)).refine((all) => 'fr' in all, 'the name in French is missing');
const isZone = (name: string): boolean => {
  try {
    zoneOf(name);
    return true;
  } catch {
    // Intl has no other way to say that it does not know a zone.
    return false;
  }
};
const calendarSchema = z.object({
  timezone: z.string().refine(isZone, 'no time zone has this name'),
  fixed: z.array(
    z.object({
      key,
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
      since: z.int().nullable(),
      names,
      source_url: z.url().nullable(),
    }),
  ),
  periods: z.array(
    z
      .object({
        key,
        kind: z.enum(['holiday', ...seasons]),
        year: z.int().min(1900).max(2200),
        first_day: z.iso.date(),
        last_day: z.iso.date(),
        names,
        confirmed: z.boolean(),
        source_url: z.url().nullable(),
        note: z.string().nullable(),
      })
      .refine(({ first_day, last_day }) => first_day <= last_day, 'it ends before it begins'),
  ),
});

/**
 * Brings the calendar to a region's: its clock, its fixed holidays, the dates entered year by year. What a person changed here stays.
 * A region without the file keeps what is there. Throws `StartupError` naming the member that does not fit.
 */
export async function loadCalendar(owner: Client, file: string): Promise<{ total: number; changed: number }> {
  if (!existsSync(file)) return { total: 0, changed: 0 };
  const parsed = calendarSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartupError(`${basename(file)}: ${issue?.path.join('.')} does not fit: ${issue?.message}. Correct it and load again.`);
  }
  const { timezone, fixed, periods } = parsed.data;
  const clock = await owner.query('update directory.calendar set timezone = $1 where timezone <> $1', [timezone]);
  await tellClock(owner);
  const yearly = await owner.query(
    `insert into directory.fixed_holiday as t (key, month, day, since, names, source_url)
     select * from jsonb_to_recordset($1::jsonb) as s(key text, month smallint, day smallint, since smallint, names jsonb, source_url text)
     on conflict (key) do update set month = excluded.month, day = excluded.day, since = excluded.since, names = excluded.names,
       source_url = excluded.source_url where not t.edited and t is distinct from excluded`,
    [JSON.stringify(fixed)],
  );
  const entered = await owner.query(
    `insert into directory.calendar_period as t (key, year, kind, first_day, last_day, names, confirmed, source_url, note)
     select * from jsonb_to_recordset($1::jsonb) as s(key text, year smallint, kind text, first_day date, last_day date, names jsonb,
       confirmed boolean, source_url text, note text)
     on conflict (key, year) do update set kind = excluded.kind, first_day = excluded.first_day, last_day = excluded.last_day,
       names = excluded.names, confirmed = excluded.confirmed, source_url = excluded.source_url, note = excluded.note
     where not t.edited and t is distinct from excluded`,
    [JSON.stringify(periods)],
  );
  const changed = [clock, yearly, entered].reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
  return { total: fixed.length + periods.length, changed };
}
