import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../answers.ts';
import { weekDays } from '../schedule-words.ts';
import { areComplete, readWeeks, writeWeeks } from './week-hours.ts';

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
const times = fc.oneof(fc.tuple(clock, clock), fc.constant([null, null] as const));
const row: fc.Arbitrary<Schedule> = fc
  .record({
    freq: fc.constantFrom('WEEKLY', 'MONTHLY', null),
    interval: fc.constantFrom(null, 1, 2),
    days: fc.subarray([...weekDays], { minLength: 1 }),
    times,
    season: fc.constantFrom(null, 'ramadan', 'summer'),
    byAppointment: fc.boolean(),
    openOnHolidays: fc.boolean(),
    description: fc.constantFrom(null, 'Texte inventé'),
    validFrom: fc.constantFrom(null, '2026-07-01'),
  })
  .map(({ days, times: [opensAt, closesAt], ...rest }) => ({
    ...rest,
    byday: days.join(),
    bymonthday: null,
    dtstart: null,
    until: null,
    validTo: null,
    opensAt,
    closesAt,
  }));

/** Each day's opening by itself: what a table of hours says, however its rows are grouped. */
const sayings = (rows: readonly Schedule[]): string[] =>
  [
    ...new Set(
      rows.flatMap((r) =>
        (r.byday ?? '')
          .split(',')
          .map((day) =>
            JSON.stringify([
              day,
              r.freq,
              r.freq === 'WEEKLY' && r.interval === 1 ? null : r.interval,
              r.opensAt,
              r.closesAt,
              r.season,
              r.byAppointment,
              r.openOnHolidays,
              r.description,
              r.validFrom,
            ]),
          ),
      ),
    ),
  ].sort();

describe('the weekly table of hours', () => {
  it('loses nothing that a service said of its hours', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        expect(sayings(writeWeeks(readWeeks(rows)))).toEqual(sayings(rows));
      }),
    );
  });
  it('writes one row for the days that open alike', () => {
    const hours = readWeeks([]);
    for (const day of weekDays.slice(0, 5))
      hours.weeks.all_year[day].push({ opens: '08:30', closes: '16:30', byAppointment: false, openOnHolidays: false });
    expect(writeWeeks(hours).map(({ byday, opensAt, closesAt }) => [byday, opensAt, closesAt])).toEqual([
      ['MO,TU,WE,TH,FR', '08:30', '16:30'],
    ]);
  });
  it('is not complete while one of two times is missing', () => {
    const hours = readWeeks([]);
    hours.weeks.ramadan.MO.push({ opens: '10:00', closes: '', byAppointment: false, openOnHolidays: false });
    expect(areComplete(hours)).toBe(false);
  });
});
