import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarData, openingCalendar } from './calendar.ts';
import { dayOf, minutesPerDay } from './day.ts';
import { intervals, isOpen, kindOfHours, nextOpening, openingState, type Schedule, trueUntil, weekOf } from './index.ts';

// The year 2026 of Morocco: two changes of the clock for Ramadan, a last one in September.
const changes = [
  ['2026-02-15T02:00', 0],
  ['2026-03-22T02:00', 60],
  ['2026-09-20T01:00', 0],
] as const;
const minute = (text: string): number => Date.parse(`${text}Z`) / 60_000;
const offsetAt = (moment: number): number => changes.reduce((offset, [when, next]) => (moment >= minute(when) ? next : offset), 60);

const data: CalendarData = {
  timezone: 'Africa/Casablanca',
  fixed: [{ month: 5, day: 1, since: null, names: { fr: 'Fête du Travail' } }],
  periods: [
    { kind: 'holiday', first_day: '2026-03-20', last_day: '2026-03-21', names: { fr: 'Aïd al-Fitr' }, confirmed: true },
    { kind: 'ramadan', first_day: '2026-02-19', last_day: '2026-03-19', names: { fr: 'Ramadan' }, confirmed: true },
    { kind: 'summer', first_day: '2026-07-01', last_day: '2026-08-31', names: { fr: 'Été' }, confirmed: true },
  ],
};
const calendar = openingCalendar(data);

// ------------------------------------------------------------------------------ a second reading of the rules, slow and plain
const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const weekday = (day: number): string => codes[new Date(day * 86_400_000).getUTCDay()] ?? '';
const list = (text: string | null | undefined): string[] => (text ? text.split(',') : []);
const within = (day: string, from?: string | null, to?: string | null): boolean => (!from || day >= from) && (!to || day <= to);

function daysOfMonth(day: number): number[] {
  const month = iso(day).slice(0, 7);
  return Array.from({ length: 63 }, (_, i) => day - 31 + i).filter((other) => iso(other).startsWith(month));
}
function patternHolds(row: Schedule, day: number): boolean {
  const start = dayOf(row.dtstart);
  if (row.freq === 'MONTHLY') {
    const month = daysOfMonth(day);
    if ((row.interval ?? 1) > 1) {
      const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      if ((months(iso(day)) - months(iso(start ?? 0))) % (row.interval ?? 1) !== 0) return false;
    }
    const byday = list(row.byday).flatMap((part) => {
      const same = month.filter((other) => weekday(other) === part.slice(-2));
      const nth = Number(part.slice(0, -2));
      return nth === 0 ? same : [same.at(nth > 0 ? nth - 1 : nth)];
    });
    const bymonthday = list(row.bymonthday).map((part) => (Number(part) > 0 ? month[Number(part) - 1] : month.at(Number(part))));
    return (byday.length === 0 || byday.includes(day)) && (bymonthday.length === 0 || bymonthday.includes(day));
  }
  if (!list(row.byday).includes(weekday(day))) return false;
  if ((row.interval ?? 1) === 1) return true;
  // Walks from the first day of the first week, in steps of so many weeks.
  let week = start ?? 0;
  while (weekday(week) !== (row.wkst ?? 'MO')) week--;
  while (week + 6 < day) week += 7 * (row.interval ?? 1);
  return week <= day;
}
function holds(row: Schedule, day: number): boolean {
  const date = iso(day);
  if (!within(date, row.valid_from, row.valid_to) || !within(date, row.dtstart, row.until)) return false;
  if (!row.freq) return true;
  if (!patternHolds(row, day)) return false;
  if (!row.count) return true;
  let before = 0;
  for (let other = dayOf(row.dtstart) ?? 0; other < day; other++) if (patternHolds(row, other)) before++;
  return before < row.count;
}
const isHoliday = (date: string): boolean => ['2026-05-01', '2026-03-20', '2026-03-21'].includes(date);
const seasonOf = (date: string): string | null =>
  within(date, '2026-02-19', '2026-03-19') ? 'ramadan' : within(date, '2026-07-01', '2026-08-31') ? 'summer' : null;
const isDated = (row: Schedule): boolean => Boolean(row.valid_from && row.valid_to && !row.freq);
const length = (row: Schedule): number => (dayOf(row.valid_to) ?? Number.NaN) - (dayOf(row.valid_from) ?? 0) + 1;
const isException = (row: Schedule): boolean => row.season !== 'own_dates' && (length(row) === 1 || (isDated(row) && length(row) <= 14));

function rowsThatOpen(rows: Schedule[], day: number): Schedule[] {
  const date = iso(day);
  const today = rows.filter((row) => holds(row, day));
  const exceptions = today.filter(isException).sort((a, b) => length(a) - length(b));
  const [narrow] = exceptions;
  if (narrow) {
    const special = exceptions.filter((row) => length(row) === length(narrow));
    return special.some((row) => !row.opens_at) ? [] : special;
  }
  const season = seasonOf(date);
  const saysNow = (row: Schedule): boolean => within(date, row.valid_from, row.valid_to) && within(date, row.dtstart, row.until);
  const periods = rows.filter((row) => row.season === 'own_dates' && saysNow(row)).sort((a, b) => length(a) - length(b));
  const [shortest] = periods;
  const own = season !== null && rows.some((row) => row.season === season && saysNow(row)) ? season : null;
  const now = today.filter((row) =>
    shortest ? row.season === 'own_dates' && length(row) === length(shortest) : (row.season ?? null) === own,
  );
  if (now.some((row) => !row.opens_at) || today.some((row) => !row.opens_at && isDated(row))) return [];
  return isHoliday(date) ? now.filter((row) => row.open_on_holidays) : now;
}
const clockMinutes = (text: string | null | undefined): number => {
  const [hours = 0, minutes = 0] = (text ?? '').split(':').map(Number);
  return hours * 60 + minutes;
};
/** Every open minute, by looking at the clock on the wall minute after minute; a clock set back goes on from where it was. */
function openMinutes(rows: Schedule[], from: number, to: number): boolean[] {
  const opening = new Map<number, Schedule[]>();
  const rowsOf = (day: number): Schedule[] => {
    const known = opening.get(day) ?? rowsThatOpen(rows, day);
    opening.set(day, known);
    return known;
  };
  const result: boolean[] = [];
  let shown = 0;
  for (let moment = from - 120; moment < to; moment++) {
    shown = Math.max(shown, moment + offsetAt(moment));
    if (moment < from) continue;
    const day = Math.floor(shown / minutesPerDay);
    const isInside = (start: number) => (row: Schedule) => {
      const opens = start * minutesPerDay + clockMinutes(row.opens_at);
      const closes = start * minutesPerDay + clockMinutes(row.closes_at);
      return opens <= shown && shown < (closes <= opens ? closes + minutesPerDay : closes);
    };
    result.push(rowsOf(day).some(isInside(day)) || rowsOf(day - 1).some(isInside(day - 1)));
  }
  return result;
}

// ------------------------------------------------------------------------------ what sources may write
const time = fc
  .integer({ min: 0, max: 95 })
  .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
const hours = fc.tuple(time, time).filter(([opens, closes]) => opens !== closes);
const date = fc.integer({ min: 0, max: 364 }).map((n) => iso(n + (dayOf('2026-01-01') ?? 0)));
const someDays = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 7 }).map((days) => days.join(','));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3, nil: null });
const season = fc.constantFrom(null, null, null, 'ramadan', 'summer');
const withHours = <T extends object>(rule: fc.Arbitrary<T>): fc.Arbitrary<Schedule> =>
  fc
    .tuple(rule, hours, fc.boolean())
    .map(([row, [opens_at, closes_at], open_on_holidays]) => ({ ...row, opens_at, closes_at, open_on_holidays }));

const weekly = withHours(fc.record({ freq: fc.constant('WEEKLY'), byday: someDays, season, valid_from: maybe(date), until: maybe(date) }));
const everySoManyWeeks = withHours(
  fc.record({
    freq: fc.constant('WEEKLY'),
    byday: someDays,
    interval: fc.integer({ min: 1, max: 3 }),
    wkst: fc.constantFrom('MO', 'SU'),
    dtstart: date,
    count: maybe(fc.integer({ min: 1, max: 9 })),
  }),
);
const nth = fc.tuple(fc.constantFrom('', '1', '2', '5', '-1', '-2'), fc.constantFrom(...codes)).map(([n, day]) => `${n}${day}`);
const monthly = withHours(
  fc.oneof(
    fc.record({ freq: fc.constant('MONTHLY'), byday: fc.uniqueArray(nth, { minLength: 1, maxLength: 3 }).map(String), season }),
    fc.record({
      freq: fc.constant('MONTHLY'),
      bymonthday: fc.constantFrom('1', '15,-1', '31', '-2'),
      interval: fc.integer({ min: 1, max: 2 }),
      dtstart: date,
    }),
  ),
);
const exceptions = fc.tuple(date, fc.constantFrom(1, 1, 2, 5, 14)).chain(([day, days]) => {
  const dates = { valid_from: day, valid_to: iso((dayOf(day) ?? 0) + days - 1) };
  return fc.oneof(withHours(fc.constant(dates)), fc.constant<Schedule>(dates));
});
/** A timetable of its own for a few days or for months: all that says so for the same dates holds together. */
const periods = fc.tuple(date, fc.constantFrom(1, 10, 14, 15, 60, 120)).chain(([day, days]) => {
  const dates = { season: 'own_dates', valid_from: day, valid_to: iso((dayOf(day) ?? 0) + days - 1) };
  return fc.oneof(
    withHours(fc.constant<Schedule>(dates)),
    withHours(someDays.map((byday): Schedule => ({ ...dates, freq: 'WEEKLY', byday }))),
    someDays.map((byday): Schedule => ({ ...dates, freq: 'WEEKLY', byday })),
  );
});
const closedDays = fc.oneof(
  fc.record({ freq: fc.constant('WEEKLY'), byday: fc.constantFrom(...codes), season }),
  fc.tuple(date, fc.integer({ min: 1, max: 20 })).map(([day, length]) => ({ valid_from: day, valid_to: iso((dayOf(day) ?? 0) + length) })),
);
const schedules: fc.Arbitrary<Schedule[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: weekly }, everySoManyWeeks, monthly, exceptions, periods, { weight: 2, arbitrary: closedDays }),
  { minLength: 1, maxLength: 6 },
);
const longAgo = minute('2026-01-03T00:00');
const moment = fc.oneof(
  fc.integer({ min: longAgo, max: minute('2026-12-20T00:00') }),
  // Around the changes of the clock and the ends of Ramadan, where mistakes would hide.
  fc
    .tuple(
      fc.constantFrom('2026-02-15', '2026-02-19', '2026-03-20', '2026-03-22', '2026-05-01', '2026-09-20'),
      fc.integer({ min: -2000, max: 1000 }),
    )
    .map(([day, minutes]) => minute(`${day}T00:00`) + minutes),
);

describe('opening hours of any service at any moment', () => {
  it('agree with looking at the clock minute after minute', () => {
    fc.assert(
      fc.property(schedules, moment, (rows, from) => {
        const to = from + 2 * minutesPerDay;
        const found = Array.from({ length: to - from }, () => false);
        for (const [start, end] of intervals(rows, calendar, from, to)) found.fill(true, start - from, end - from);
        expect(found).toEqual(openMinutes(rows, from, to));
      }),
      { numRuns: 250 },
    );
  });
  it('the next opening is in the future, the service is open then and was closed the minute before', () => {
    fc.assert(
      fc.property(schedules, moment, (rows, now) => {
        const next = nextOpening(rows, calendar, now);
        if (next === null) return;
        expect(next).toBeGreaterThan(now);
        expect(isOpen(rows, calendar, next)).toBe(true);
        expect(isOpen(rows, calendar, next - 1)).not.toBe(true);
      }),
      { numRuns: 600 },
    );
  });
  it('nothing opens between now and the next opening', () => {
    fc.assert(
      fc.property(schedules, moment, (rows, now) => {
        const state = openingState(rows, calendar, now);
        if (state.kind !== 'closed') return;
        const until = state.opensAt ?? now + 30 * minutesPerDay;
        expect(intervals(rows, calendar, now, until)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
  it('an index of open times answers as the rules do', () => {
    fc.assert(
      fc.property(schedules, moment, fc.integer({ min: 0, max: 4 * minutesPerDay }), (rows, from, later) => {
        const now = from + later;
        const open = intervals(rows, calendar, from, from + 5 * minutesPerDay).some(([start, end]) => start <= now && now < end);
        const state = openingState(rows, calendar, now).kind;
        expect(open).toBe(state === 'open');
        if (!open) expect(state === 'unknown').toBe(kindOfHours(rows, calendar, now) === 'unknown');
      }),
      {
        numRuns: 400,
        examples: [
          // Hours of a summer long gone, beside the ordinary ones.
          [
            [
              { freq: 'WEEKLY', byday: 'SU', season: 'summer', until: '2026-01-01', opens_at: '00:00', closes_at: '00:15' },
              { freq: 'WEEKLY', byday: 'SU', opens_at: '00:15', closes_at: '00:00' },
            ],
            29720113,
            2,
          ],
        ],
      },
    );
  });
  it('no door opens on a day without hours: closed, or a public holiday that the service does not work on', () => {
    fc.assert(
      fc.property(schedules, fc.integer({ min: 0, max: 340 }), (rows, n) => {
        const day = (dayOf('2026-01-03') ?? 0) + n;
        if (rowsThatOpen(rows, day).length > 0) return;
        const midnight = calendar.zone.momentOf(day * minutesPerDay);
        const end = calendar.zone.momentOf((day + 1) * minutesPerDay);
        const opened = intervals(rows, calendar, midnight - 1, end).filter(([start]) => start >= midnight && start < end);
        expect(opened).toEqual([]);
        expect(weekOf(rows, calendar, midnight).days[0]?.spans ?? []).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
  it('what is said holds until the moment it is said to hold', () => {
    fc.assert(
      fc.property(schedules, moment, fc.double({ min: 0, max: 1, noNaN: true }), (rows, now, part) => {
        const until = trueUntil(rows, calendar, now);
        expect(until).toBeGreaterThan(now);
        const later = Math.floor(now + part * (Math.min(until, now + minutesPerDay) - 1 - now));
        expect(openingState(rows, calendar, later)).toEqual(openingState(rows, calendar, now));
      }),
      { numRuns: 400 },
    );
  });
  it('a week shows each day’s hours in order and without overlap', () => {
    fc.assert(
      fc.property(schedules, moment, (rows, now) => {
        for (const { spans } of weekOf(rows, calendar, now).days)
          for (const [i, { opens, closes }] of spans.entries()) {
            expect(closes).toBeGreaterThan(opens);
            expect(opens).toBeGreaterThan(spans[i - 1]?.closes ?? -1);
          }
      }),
      { numRuns: 200 },
    );
  });
});

describe('whatever a source writes', () => {
  const anything: fc.Arbitrary<Schedule> = fc.record(
    {
      freq: maybe(fc.oneof(fc.constantFrom('WEEKLY', 'MONTHLY'), fc.string())),
      byday: maybe(fc.oneof(someDays, nth, fc.string())),
      bymonthday: maybe(fc.string()),
      byyearday: maybe(fc.constantFrom('1', '-1', 'x')),
      byweekno: maybe(fc.constantFrom('1', '53', '-1', '0')),
      interval: maybe(fc.oneof(fc.integer(), fc.double())),
      count: maybe(fc.integer({ min: -5, max: 5 })),
      dtstart: maybe(fc.oneof(date, fc.string())),
      valid_from: maybe(fc.oneof(date, fc.string())),
      opens_at: maybe(fc.oneof(time, fc.string())),
      closes_at: maybe(fc.oneof(time, fc.string())),
      timezone: maybe(fc.double({ min: -20, max: 20 })),
      season: maybe(fc.string()),
      description: maybe(fc.string()),
    },
    { requiredKeys: [] },
  );
  it('is answered, open, closed or unknown', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), moment, (rows, now) => {
        expect(['open', 'closed', 'unknown', 'by_appointment']).toContain(openingState(rows, calendar, now).kind);
        expect(weekOf(rows, calendar, now).days.length % 7).toBe(0);
        expect(trueUntil(rows, calendar, now)).toBeGreaterThan(now);
      }),
      { numRuns: 500 },
    );
  });
});
