import type { Client } from 'pg';
import { minutesPerDay } from './day.ts';
import { type Minute, type Zone, zoneOf } from './zone.ts';

const [yearsBack, yearsAhead] = [15, 10];
const minuteOf = (date: Date): Minute => Math.floor(date.getTime() / 60_000);

/**
 * Tells the database how the region's clock stands and stood, as this process knows it: the zones of PostgreSQL are as old as its release.
 * Changes nothing where they agree with what was told before.
 */
export async function tellClock(owner: Client, now = new Date()): Promise<void> {
  const { rows } = await owner.query<{ timezone: string }>('select timezone from directory.calendar');
  const changes = changesOf(zoneOf(rows[0]?.timezone ?? 'UTC'), now.getUTCFullYear());
  await owner.query(
    `with told as (select to_timestamp(c.since * 60) as since, make_interval(mins => c.minutes) as utc_offset
                   from jsonb_to_recordset($1::jsonb) as c(since bigint, minutes int)),
          gone as (delete from directory.clock_change c where not exists (select from told t where t.since = c.since))
     insert into directory.clock_change as c select * from told
     on conflict (since) do update set utc_offset = excluded.utc_offset where c.utc_offset <> excluded.utc_offset`,
    [JSON.stringify(changes)],
  );
}

/** Since when the clock has stood how far from UTC, from the beginning of the year `yearsBack` on. */
function changesOf(zone: Zone, year: number): { since: Minute; minutes: number }[] {
  const first = minuteOf(new Date(Date.UTC(year - yearsBack, 0, 1)));
  const last = minuteOf(new Date(Date.UTC(year + yearsAhead, 0, 1)));
  const changes = [{ since: first, minutes: zone.offsetAt(first) }];
  for (let day = first; day < last; day += minutesPerDay) {
    const [before, after] = [zone.offsetAt(day), zone.offsetAt(day + minutesPerDay)];
    if (before !== after) changes.push({ since: changeBetween(zone, day, day + minutesPerDay), minutes: after });
  }
  return changes;
}

function changeBetween(zone: Zone, from: Minute, to: Minute): Minute {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zone.offsetAt(middle) === zone.offsetAt(to)) high = middle;
    else low = middle;
  }
  return high;
}
