import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingCalendar } from '../../opening/calendar.ts';
import { dayOf } from '../../opening/day.ts';
import { weekOf } from '../../opening/week.ts';
import type { Schedule } from '../answers.ts';
import { weekDays } from '../schedule-words.ts';
import { datedProblem, newDated } from './dated-hours.ts';
import { newMonthly } from './monthly-hours.ts';
import { emptyRow } from './schedule-row.ts';
import { toOpening } from './to-opening.ts';
import { areComplete, isOpenOnHolidays, readWeeks, withHolidays, writeWeeks } from './week-hours.ts';

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
    ...emptyRow,
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

const day = fc.constantFrom(...weekDays);
const someDays = fc.subarray([...weekDays], { minLength: 1 }).map((days) => days.join());
const dates = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 40 })).map(([first, length]) => ({
  validFrom: new Date(Date.UTC(2026, 11, first)).toISOString().slice(0, 10),
  validTo: new Date(Date.UTC(2026, 11, first + length)).toISOString().slice(0, 10),
}));
const marks = fc.record({ openOnHolidays: fc.boolean(), byAppointment: fc.boolean() });
/** What no field shows: mostly nothing. */
const unseen = fc.record({
  count: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 8 }),
  byyearday: fc.option(fc.constantFrom('340', '1,200'), { freq: 8 }),
  byweekno: fc.option(fc.constant('50'), { freq: 8 }),
  wkst: fc.option(fc.constantFrom('MO', 'SU'), { freq: 8 }),
  timezone: fc.option(fc.constantFrom(0, 1, 5.5), { freq: 8 }),
  notes: fc.option(fc.constant('Sonner deux fois'), { freq: 8 }),
  attendingType: fc.option(fc.constant('phone'), { freq: 8 }),
  scheduleLink: fc.option(fc.constant('https://example.org/agenda'), { freq: 8 }),
});
const hours = fc.tuple(clock, clock).map(([opensAt, closesAt]) => ({ opensAt, closesAt }));
/** Rows of every kind that people or sources write, those included that no table can show. */
const anyRow: fc.Arbitrary<Schedule> = fc
  .oneof(
    row,
    fc
      .tuple(fc.constantFrom('1', '3', '-1', '5', ''), day, hours)
      .map(([nth, code, h]) => ({ freq: 'MONTHLY', byday: `${nth}${code}`, ...h })),
    fc.tuple(fc.constantFrom('1', '15,31', '32', '0'), hours).map(([bymonthday, h]) => ({ freq: 'MONTHLY', bymonthday, ...h })),
    dates,
    fc.tuple(dates, hours).map(([d, h]) => ({ ...d, ...h })),
    fc
      .tuple(dates, hours, someDays, fc.constantFrom(null, 'own_dates'))
      .map(([d, h, byday, season]) => ({ freq: 'WEEKLY', byday, season, ...d, ...h })),
    fc.constant({ description: 'Le matin, sauf le vendredi' }),
    fc.constant({ freq: 'WEEKLY', opensAt: '09:00', closesAt: '12:00' }),
    fc.constant({ season: 'summer' }),
    fc.constant({ opensAt: '9:00', closesAt: '12:00:00', freq: 'WEEKLY', byday: 'MO' }),
    fc.constant({ dtstart: '2026-12-24', opensAt: '09:00', closesAt: '12:00' }),
  )
  .chain((partial) => fc.tuple(marks, unseen).map(([mark, rest]) => ({ ...emptyRow, ...mark, ...rest, ...partial }) as Schedule));

const calendar = openingCalendar({
  timezone: 'Africa/Casablanca',
  fixed: [{ month: 1, day: 1, since: null, names: { fr: 'Jour inventé' } }],
  periods: [{ kind: 'ramadan', first_day: '2026-12-20', last_day: '2027-01-10', names: { fr: 'Mois inventé' }, confirmed: true }],
});
/** What the public page would show, seen from each of these days. */
const shown = (rows: readonly Schedule[]) =>
  ['2026-12-01', '2026-12-21', '2027-01-01', '2027-06-30'].map((from) => {
    const week = weekOf(rows.map(toOpening), calendar, Date.parse(`${from}T08:00:00Z`) / 60_000);
    return { ...week, texts: week.texts.toSorted(), closures: week.closures.map((c) => JSON.stringify(c)).toSorted() };
  });

describe('the weekly table of hours', () => {
  it('loses nothing that a service said of its hours', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        expect(sayings(writeWeeks(readWeeks(rows)))).toEqual(sayings(rows));
      }),
    );
  });
  it('loses nothing of rows of any kind: the public page shows the same before and after', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
        const written = writeWeeks(readWeeks(rows));
        expect(shown(written)).toEqual(shown(rows));
        expect(writeWeeks(readWeeks(written))).toEqual(written);
      }),
    );
  });
  it('keeps with each opening what its source says beside, also where it is moved or shares a row no longer', () => {
    const said = {
      timezone: 1,
      wkst: 'SU',
      notes: 'Sonner deux fois',
      attendingType: 'phone',
      scheduleLink: 'https://example.org/agenda',
    } as const;
    const opening = { ...emptyRow, freq: 'WEEKLY', opensAt: '09:00', closesAt: '12:00' } as const;
    const read = readWeeks([
      { ...opening, byday: 'MO,TU', ...said },
      { ...opening, byday: 'WE' },
    ]);
    const [monday] = read.weeks.all_year.MO;
    if (monday) read.weeks.all_year.MO = [{ ...monday, opens: '10:00' }];
    expect(writeWeeks(read)).toEqual([
      { ...opening, byday: 'MO', opensAt: '10:00', ...said },
      { ...opening, byday: 'TU', ...said },
      { ...opening, byday: 'WE' },
    ]);
  });
  it('leaves as it is a row whose days no table can show', () => {
    const rows = [
      { count: 3, byday: 'MO' },
      { byyearday: '340', byday: 'MO' },
      { byweekno: '50', byday: 'MO' },
    ].map((rule) => ({ ...emptyRow, freq: 'WEEKLY' as const, opensAt: '09:00', closesAt: '12:00', ...rule }));
    const read = readWeeks(rows);
    expect([read.others, read.weeks.all_year.MO]).toEqual([rows, []]);
    expect(writeWeeks(read)).toEqual(rows);
  });
  it('keeps a text and a row it cannot show word for word, and guesses no day from them', () => {
    const rows = [
      { ...emptyRow, description: 'Le matin, sauf le vendredi' },
      { ...emptyRow, freq: 'WEEKLY', opensAt: '09:00', closesAt: '12:00' },
      { ...emptyRow, freq: 'WEEKLY', byday: 'MO', opensAt: '9:00', closesAt: '12:00' },
    ];
    const read = readWeeks(rows);
    expect([read.notes, read.others.length]).toEqual([['Le matin, sauf le vendredi'], 2]);
    expect(writeWeeks(read)).toEqual(rows);
  });
  it('says the first Monday and the 15th of the month, a closure, other hours for some days, and a course in winter', () => {
    const read = readWeeks([]);
    read.monthly.push(newMonthly(), { ...newMonthly(), which: 'date', date: '15' });
    read.dated.push(
      { ...newDated(), from: '2026-12-24', to: '2027-01-03', opens: '', closes: '' },
      { ...newDated(), kind: 'other', from: '2026-12-10' },
      { ...newDated(), kind: 'term', from: '2026-12-01', days: ['TU', 'TH'] },
    );
    expect(areComplete(read)).toBe(true);
    const [today] = shown(writeWeeks(read));
    expect(today?.days.map(({ spans }) => spans.length)).toEqual([1, 0, 1, 0, 0, 0, 1]);
    expect(today?.later[0]).toEqual({ day: dayOf('2026-12-10'), spans: [{ opens: 540, closes: 720, byAppointment: false }] });
    expect(today?.closures).toEqual([JSON.stringify({ from: dayOf('2026-12-24'), to: dayOf('2027-01-03') })]);
    expect(readWeeks(writeWeeks(read))).toEqual(read);
  });
  it('says a timetable of some months, which takes the place of the week’s hours', () => {
    const read = readWeeks([]);
    read.weeks.all_year.MO = [{ opens: '08:30', closes: '16:30', byAppointment: false, openOnHolidays: false }];
    read.dated.push({ ...newDated(), kind: 'instead', from: '2026-11-20', to: '2027-02-28', days: ['MO', 'TU'] });
    expect(areComplete(read)).toBe(true);
    expect(shown(writeWeeks(read))[0]?.days.find(({ spans }) => spans.length > 0)?.spans).toEqual([
      { opens: 540, closes: 720, byAppointment: false },
    ]);
    expect(readWeeks(writeWeeks(read))).toEqual(read);
    expect(datedProblem({ ...newDated(), kind: 'instead', from: '2026-11-20', days: ['MO'] })).toBe('care.dated.to_missing');
  });
  it('refuses other hours for longer than two weeks, an end before its beginning, and a date that no month has', () => {
    const problems = [
      { ...newDated() },
      { ...newDated(), from: '2026-12-10', to: '2026-12-01' },
      { ...newDated(), kind: 'other' as const, from: '2026-12-01', to: '2026-12-15' },
      { ...newDated(), kind: 'term' as const, from: '2026-12-01', to: '2027-03-01' },
      { ...newDated(), kind: 'other' as const, from: '2026-12-01', closes: '' },
    ].map(datedProblem);
    expect(problems).toEqual(
      ['from_missing', 'backwards', 'too_long', 'days_missing', 'times_missing'].map((problem) => `care.dated.${problem}`),
    );
    expect(areComplete({ ...readWeeks([]), monthly: [{ ...newMonthly(), which: 'date', date: '32' }] })).toBe(false);
  });
  it('holds on public holidays when someone says so once for all its hours', () => {
    const read = readWeeks([{ ...emptyRow, freq: 'WEEKLY', byday: 'MO,TU', opensAt: '09:00', closesAt: '12:00' }]);
    expect([isOpenOnHolidays(readWeeks([])), isOpenOnHolidays(read)]).toEqual([undefined, false]);
    expect(writeWeeks(withHolidays(read, true))).toMatchObject([{ byday: 'MO,TU', openOnHolidays: true }]);
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
