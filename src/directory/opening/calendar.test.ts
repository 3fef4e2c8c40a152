import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { regionFolder } from '../../region.ts';
import { buildOrganization, buildService } from '../../testing/builders.ts';
import { useDatabase } from '../../testing/database.ts';
import { dayOf } from './day.ts';
import { isOpen } from './index.ts';
import { loadCalendar } from './load-calendar.ts';
import { getCalendar, listHours } from './store.ts';

const db = useDatabase();
const file = join(regionFolder, 'calendar.json');
const load = (path = file) => db().asOwner((owner) => loadCalendar(owner, path));
const changed = (change: (calendar: Record<string, unknown>) => void): string => {
  const calendar = JSON.parse(readFileSync(file, 'utf8'));
  change(calendar);
  const path = join(mkdtempSync(join(tmpdir(), 'istiqbal-calendar-')), 'calendar.json');
  writeFileSync(path, JSON.stringify(calendar));
  return path;
};

it('without a region there is no holiday, and the clock is Greenwich’s', async () => {
  const calendar = await getCalendar(db().app);
  expect([calendar.zone.name, calendar.holidayOn(dayOf('2026-05-01') ?? 0)]).toEqual(['UTC', undefined]);
});

it('the region brings its clock, its holidays in four languages and Ramadan', async () => {
  const first = await load();
  expect(first.changed).toBe(first.total + 1);
  const calendar = await getCalendar(db().app);
  expect(calendar.zone.name).toBe('Africa/Casablanca');
  expect(Object.keys(calendar.holidayOn(dayOf('2026-07-30') ?? 0)?.names ?? {}).sort()).toEqual(['ar', 'en', 'es', 'fr']);
  expect(calendar.seasonOn(dayOf('2026-03-01') ?? 0)?.season).toBe('ramadan');
});

it('loading it again changes nothing, and keeps what a person corrected', async () => {
  expect((await load()).changed).toBe(0);
  await db().asOwner((owner) =>
    owner.query(
      `update directory.calendar_period set first_day = '2027-02-09', confirmed = true, edited = true where key = 'ramadan' and year = 2027`,
    ),
  );
  expect((await load()).changed).toBe(0);
  expect((await getCalendar(db().app)).nextSeason('ramadan', dayOf('2026-11-25') ?? 0)).toMatchObject({
    from: dayOf('2027-02-09'),
    confirmed: true,
  });
});

it('a calendar that does not fit says which member, and changes nothing', async () => {
  await expect(load(changed((calendar) => Object.assign(calendar, { timezone: 'Africa/Oujda' })))).rejects.toThrow(
    'calendar.json: timezone does not fit: no time zone has this name',
  );
  const backwards = changed((calendar) => {
    const [period] = calendar.periods as { last_day: string }[];
    if (period) period.last_day = '2020-01-01';
  });
  await expect(load(backwards)).rejects.toThrow('periods.0 does not fit: it ends before it begins');
});

it('a service has its own hours and those it keeps at a place, else those of the place, and no word of a confidential one', async () => {
  const organization = await buildOrganization(db());
  const [own, placed, hidden, silent] = [
    await buildService(db(), organization, 'Avec ses heures'),
    await buildService(db(), organization, 'Dans un lieu'),
    await buildService(db(), organization, 'Dans un lieu confidentiel'),
    await buildService(db(), organization, 'Sans heures'),
  ];
  await db().asOwner(async (owner) => {
    for (const [service, name, confidential] of [
      [own, 'Lieu commun', false],
      [placed, 'Maison inventée', false],
      [hidden, 'Refuge inventé', true],
    ] as const) {
      const { rows } = await owner.query<{ id: string }>(
        `insert into directory.location (id, location_type, name, confidential) values (gen_random_uuid(), 'physical', $1, $2) returning id`,
        [name, confidential],
      );
      await owner.query(`insert into directory.service_at_location (id, service_id, location_id) values (gen_random_uuid(), $1, $2)`, [
        service,
        rows[0]?.id,
      ]);
      await owner.query(
        `insert into directory.schedule (id, location_id, freq, byday, opens_at, closes_at) values (gen_random_uuid(), $1, 'WEEKLY', 'WE', '14:00', '18:00')`,
        [rows[0]?.id],
      );
    }
    await owner.query(
      `insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at, interval, dtstart)
       values (gen_random_uuid(), $1, 'WEEKLY', 'WE', '09:00', '12:00', 2, '2026-11-25')`,
      [own],
    );
  });
  await db().asOwner((owner) =>
    owner.query(
      `insert into directory.schedule (id, service_at_location_id, freq, byday, opens_at, closes_at)
       select gen_random_uuid(), id, 'WEEKLY', 'SA', '10:00', '11:00' from directory.service_at_location where service_id = $1`,
      [own],
    ),
  );
  const hours = await listHours(db().app, [own, placed, hidden, silent], 'fr');
  expect(hours.get(own)).toMatchObject([
    { place: null, schedules: [{ opens_at: '09:00', interval: 2 }] },
    { place: { text: 'Lieu commun' }, schedules: [{ opens_at: '10:00' }] },
  ]);
  expect(hours.get(placed)).toMatchObject([{ place: { text: 'Maison inventée', language: null }, schedules: [{ opens_at: '14:00' }] }]);
  expect(hours.get(hidden)).toMatchObject([{ place: null, schedules: [{ opens_at: '14:00' }] }]);
  expect(hours.has(silent)).toBe(false);
  const calendar = await getCalendar(db().app);
  const at = (text: string) => Date.parse(`${text}Z`) / 60_000;
  expect(isOpen(hours.get(own)?.[0]?.schedules ?? [], calendar, at('2026-11-25T10:00'))).toBe(true);
  expect(isOpen(hours.get(own)?.[0]?.schedules ?? [], calendar, at('2026-12-02T10:00'))).toBe(false);
});
