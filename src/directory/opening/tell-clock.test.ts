import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { tellClock } from './tell-clock.ts';
import { zoneOf } from './zone.ts';

const databases = useDatabase();
const say = (sql: string, values: unknown[] = []) => databases().asOwner(async (owner) => (await owner.query(sql, values)).rows);
const setZone = async (name: string) => {
  await say('update directory.calendar set timezone = $1', [name]);
  await databases().asOwner((owner) => tellClock(owner));
};

describe('the clock of the region', () => {
  it.each(['Africa/Casablanca', 'Europe/Madrid', 'Asia/Kathmandu', 'America/St_Johns', 'UTC'])(
    'in %s shows the database what it shows the process, every five hours of two years and around every change',
    async (name) => {
      await setZone(name);
      const zone = zoneOf(name);
      const start = Date.UTC(2026, 0, 1) / 60_000;
      const moments = Array.from({ length: (731 * 24) / 5 }, (_, n) => start + n * 300);
      const rows = await say(
        `select m::int as moment, extract(epoch from directory.wall_clock(to_timestamp(m * 60.0)))::int / 60 as wall,
           extract(epoch from directory.moment_of(directory.wall_clock(to_timestamp(m * 60.0))))::int / 60 as back
         from unnest($1::bigint[]) as m`,
        [moments],
      );
      expect(rows.map((r) => r.wall)).toEqual(moments.map((m) => zone.localOf(m)));
      // An hour that the clock shows twice is one moment or the other.
      expect(rows.filter((r) => r.back !== r.moment && zone.localOf(r.back) !== r.wall)).toEqual([]);
    },
  );
  it('has the day of the process, not the one of older zones', async () => {
    await setZone('Africa/Casablanca');
    const [row] = await say('select directory.today()::text as today');
    expect(row.today).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca' }).format(new Date()));
  });
  it('is told again without a change', async () => {
    await setZone('Africa/Casablanca');
    const before = await say('select xmin::text, * from directory.clock_change order by since');
    await databases().asOwner((owner) => tellClock(owner));
    expect(await say('select xmin::text, * from directory.clock_change order by since')).toEqual(before);
    expect(before.length).toBeGreaterThan(1);
  });
  it('of a zone that was not told yet is the database’s own', async () => {
    await setZone('Africa/Casablanca');
    await say(`update directory.calendar set timezone = 'Asia/Tokyo'`);
    const [row] = await say(`select directory.wall_clock('2026-01-01T00:00Z')::text as wall`);
    expect(row.wall).toBe('2026-01-01 09:00:00');
  });
});
