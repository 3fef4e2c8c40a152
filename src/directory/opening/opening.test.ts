import { describe, expect, it } from 'vitest';
import region from '../../../data/oriental/calendar.json' with { type: 'json' };
import { type CalendarData, openingCalendar } from './calendar.ts';
import { dayOf, isoOf, minutesPerDay, weekOfYear } from './day.ts';
import { closesAt, intervals, isOpen, nextOpening, openingState, type Schedule, trueUntil, weekOf } from './index.ts';
import { zoneOf } from './zone.ts';

const calendar = openingCalendar(region as CalendarData);
const { zone } = calendar;

/** `2026-11-25 09:00` on the clock in Oujda. */
function at(text: string): number {
  const [, hours = '0', minutes = '0'] = / (\d{2}):(\d{2})$/.exec(text) ?? [];
  return zone.momentOf((dayOf(text) ?? 0) * minutesPerDay + Number(hours) * 60 + Number(minutes));
}
function clock(moment: number | null): string | null {
  if (moment === null) return null;
  const local = zone.localOf(moment);
  const minutes = local % minutesPerDay;
  return `${isoOf(Math.floor(local / minutesPerDay))} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
const row = (byday: string, opens_at: string, closes_at: string, more: Schedule = {}): Schedule => ({
  freq: 'WEEKLY',
  byday,
  opens_at,
  closes_at,
  ...more,
});
const office = row('MO,TU,WE,TH,FR', '08:30', '16:30');
const state = (schedules: Schedule[], when: string) => openingState(schedules, calendar, at(when));
const next = (schedules: Schedule[], when: string) => clock(nextOpening(schedules, calendar, at(when)));
const openDays = (schedules: Schedule[], from: string, to: string) =>
  intervals(schedules, calendar, at(`${from} 00:00`), at(`${to} 23:59`)).map(([start]) => clock(start)?.slice(0, 10));

describe('an office open on week-days', () => {
  it('is open from its first minute to the one before it closes', () => {
    expect(['08:29', '08:30', '16:29', '16:30'].map((time) => isOpen([office], calendar, at(`2026-11-25 ${time}`)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(clock(closesAt([office], calendar, at('2026-11-25 10:00')))).toBe('2026-11-25 16:30');
    expect(closesAt([office], calendar, at('2026-11-25 18:00'))).toBeNull();
  });
  it('opens next on Monday when it is Friday evening, not tomorrow', () => {
    expect(next([office], '2026-11-27 17:00')).toBe('2026-11-30 08:30');
  });
  it('opens next on Tuesday when Monday is a public holiday', () => {
    // 11 January 2027 is a Monday.
    expect(next([office], '2027-01-08 17:00')).toBe('2027-01-12 08:30');
  });
  it('is closed on Independence Day and says which holiday it is', () => {
    expect(state([office], '2026-11-18 10:00')).toEqual({
      kind: 'closed',
      opensAt: at('2026-11-19 08:30'),
      holiday: { names: expect.objectContaining({ fr: 'Fête de l’Indépendance' }), confirmed: true },
    });
  });
  it('does not call a Sunday a holiday because it is one too', () => {
    // 1 May 2027 is a Saturday.
    expect(state([office], '2027-05-01 10:00')).toMatchObject({ kind: 'closed', holiday: undefined });
  });
  it('keeps the holidays of the moon as they were entered, with whether they were announced', () => {
    expect(calendar.holidayOn(dayOf('2026-03-20') ?? 0)).toMatchObject({ names: { en: 'Eid al-Fitr' }, confirmed: true });
    expect(calendar.holidayOn(dayOf('2027-05-17') ?? 0)).toMatchObject({ names: { en: 'Eid al-Adha' }, confirmed: false });
  });
  it('knows the Amazigh New Year since 2024 and Unity Day since 2026', () => {
    const isHoliday = (date: string) => calendar.holidayOn(dayOf(date) ?? 0) !== undefined;
    expect(['2023-01-14', '2024-01-14', '2025-10-31', '2026-10-31'].map(isHoliday)).toEqual([false, true, false, true]);
  });
});

describe('a service open on holidays', () => {
  it('keeps its hours on a holiday', () => {
    expect(isOpen([{ ...office, open_on_holidays: true }], calendar, at('2026-11-18 10:00'))).toBe(true);
  });
});

describe('a day with several openings', () => {
  const split = [row('MO', '14:00', '17:00'), row('MO', '09:00', '12:00')];
  it('is closed in between and opens again', () => {
    expect(state(split, '2026-11-30 12:30')).toMatchObject({ kind: 'closed', opensAt: at('2026-11-30 14:00') });
  });
  it('shows them in order', () => {
    const monday = weekOf(split, calendar, at('2026-11-30 08:00')).days[0];
    expect(monday?.spans.map(({ opens, closes }) => [opens / 60, closes / 60])).toEqual([
      [9, 12],
      [14, 17],
    ]);
  });
  it('shows hours that overlap as one', () => {
    const both = [row('MO', '09:00', '12:00'), row('MO', '11:00', '15:00')];
    expect(weekOf(both, calendar, at('2026-11-30 08:00')).days[0]?.spans).toEqual([{ opens: 540, closes: 900, byAppointment: false }]);
    expect(clock(closesAt(both, calendar, at('2026-11-30 10:00')))).toBe('2026-11-30 15:00');
  });
});

describe('an evening that ends after midnight', () => {
  const evening = [row('FR', '20:00', '02:00')];
  it('is still open past midnight, and closes on the next day', () => {
    expect(isOpen(evening, calendar, at('2026-11-28 01:59'))).toBe(true);
    expect(isOpen(evening, calendar, at('2026-11-28 02:00'))).toBe(false);
    expect(clock(closesAt(evening, calendar, at('2026-11-27 23:00')))).toBe('2026-11-28 02:00');
  });
});

describe('a shelter open day and night', () => {
  const always = [row('MO,TU,WE,TH,FR,SA,SU', '00:00', '23:59', { open_on_holidays: true })];
  it('never closes, and has no next opening', () => {
    expect(state(always, '2026-11-25 03:00')).toEqual({ kind: 'open', closesAt: null });
    expect(nextOpening(always, calendar, at('2026-11-25 03:00'))).toBeNull();
  });
});

describe('a rule that repeats otherwise than each week', () => {
  it('holds on the first Monday of the month', () => {
    const first = [{ freq: 'MONTHLY', byday: '1MO', opens_at: '09:00', closes_at: '12:00' }];
    expect(openDays(first, '2026-09-01', '2026-12-31')).toEqual(['2026-09-07', '2026-10-05', '2026-11-02', '2026-12-07']);
    expect(next(first, '2026-11-25 10:00')).toBe('2026-12-07 09:00');
    expect(weekOf([...first, office], calendar, at('2026-11-25 10:00')).later.map(({ day }) => isoOf(day))).toEqual([
      '2026-12-07',
      '2027-01-04',
      '2027-02-01',
    ]);
    expect(weekOf([office], calendar, at('2026-11-25 10:00')).later).toEqual([]);
  });
  it('holds on the last Friday of the month', () => {
    const last = [{ freq: 'MONTHLY', byday: '-1FR', opens_at: '09:00', closes_at: '12:00' }];
    expect(openDays(last, '2026-10-01', '2026-12-31')).toEqual(['2026-10-30', '2026-11-27', '2026-12-25']);
  });
  it('holds on the 15th and on the last day of the month', () => {
    const days = [{ freq: 'MONTHLY', bymonthday: '15,-1', opens_at: '09:00', closes_at: '12:00' }];
    expect(openDays(days, '2027-02-01', '2027-03-16')).toEqual(['2027-02-15', '2027-02-28', '2027-03-15']);
  });
  it('holds every second week from its first day, for as many times as it says', () => {
    const course = [row('TU', '10:00', '12:00', { interval: 2, dtstart: '2026-11-10', count: 3 })];
    expect(openDays(course, '2026-11-01', '2027-02-01')).toEqual(['2026-11-10', '2026-11-24', '2026-12-08']);
  });
  it('holds until its last day, and in the weeks it names', () => {
    expect(openDays([row('TU', '10:00', '12:00', { until: '2026-11-24' })], '2026-11-15', '2026-12-15')).toEqual([
      '2026-11-17',
      '2026-11-24',
    ]);
    expect(openDays([row('TU', '10:00', '12:00', { byweekno: '49,-1' })], '2026-11-15', '2026-12-31')).toEqual([
      '2026-12-01',
      '2026-12-29',
    ]);
  });
  it('is unknown when it does not say from which week to count', () => {
    expect(state([row('TU', '10:00', '12:00', { interval: 2 })], '2026-11-24 10:30')).toEqual({ kind: 'unknown' });
  });
});

describe('what nobody wrote down', () => {
  it.each<[string, Schedule[]]>([
    ['no hours', []],
    ['hours in words', [{ description: 'Du lundi au vendredi, le matin' }]],
    ['words with dates', [{ description: 'Le matin', valid_from: '2026-01-01', valid_to: '2026-12-31' }]],
    ['an opening without a closing', [row('WE', '09:00', '')]],
    ['hours without days', [{ opens_at: '09:00', closes_at: '12:00' }]],
    ['a day that is none', [row('MO,LU', '09:00', '12:00')]],
    ['the same time twice', [row('WE', '09:00', '09:00')]],
    ['hours that are over', [{ ...office, valid_to: '2025-12-31' }]],
  ])('%s: is unknown, not closed', (_, schedules) => {
    expect(state(schedules, '2026-11-25 10:00')).toEqual({ kind: 'unknown' });
    expect(isOpen(schedules, calendar, at('2026-11-25 10:00'))).toBeUndefined();
  });
  it('shows the words as they are', () => {
    expect(weekOf([{ description: 'Le matin' }], calendar, at('2026-11-25 10:00'))).toMatchObject({ days: [], texts: ['Le matin'] });
  });
  it('no longer says what is over', () => {
    const over = [
      office,
      { description: 'Fermé en août', valid_from: '2026-08-01', valid_to: '2026-08-31' },
      { opens_at: '17:00', valid_to: '2026-08-31' },
    ];
    expect(weekOf(over, calendar, at('2026-11-25 10:00')).texts).toEqual([]);
    expect(state(over, '2026-11-25 18:00')).toMatchObject({ kind: 'closed' });
    expect(state(over, '2026-08-25 18:00')).toEqual({ kind: 'unknown' });
  });
  it('does not hide that the service is open by other rows', () => {
    expect(state([office, { opens_at: '17:00', closes_at: '19:00' }], '2026-11-25 10:00')).toMatchObject({ kind: 'open' });
    expect(state([office, { opens_at: '17:00', closes_at: '19:00' }], '2026-11-25 18:00')).toEqual({ kind: 'unknown' });
  });
});

describe('a service by appointment', () => {
  it('is neither open nor closed', () => {
    expect(state([{ by_appointment: true }], '2026-11-25 10:00')).toEqual({ kind: 'by_appointment' });
    expect(state([{ ...office, by_appointment: true }], '2026-11-25 20:00')).toEqual({ kind: 'by_appointment' });
    expect(intervals([{ ...office, by_appointment: true }], calendar, at('2026-11-25 00:00'), at('2026-11-26 00:00'))).toEqual([]);
  });
  it('in the afternoon receives without appointment in the morning', () => {
    const both = [row('WE,TH', '09:00', '12:00'), row('WE,TH', '14:00', '17:00', { by_appointment: true })];
    expect(['10:00', '15:00', '18:00'].map((time) => state(both, `2026-11-25 ${time}`).kind)).toEqual(['open', 'by_appointment', 'closed']);
    expect(next(both, '2026-11-25 15:00')).toBe('2026-11-26 09:00');
  });
});

describe('exceptions', () => {
  const closedOnce = { valid_from: '2026-11-26', valid_to: '2026-11-26', description: 'Inventaire' };
  it('a date without hours closes that day', () => {
    expect(next([office, closedOnce], '2026-11-25 17:00')).toBe('2026-11-27 08:30');
    expect(weekOf([office, closedOnce], calendar, at('2026-11-25 17:00')).days[1]).toMatchObject({ spans: [], because: 'closed' });
  });
  it('a date with hours has those, holiday or not', () => {
    const special = { valid_from: '2026-11-18', valid_to: '2026-11-18', opens_at: '10:00', closes_at: '11:00' };
    expect(openDays([office, special], '2026-11-18', '2026-11-18')).toEqual(['2026-11-18']);
    expect(clock(closesAt([office, special], calendar, at('2026-11-18 10:30')))).toBe('2026-11-18 11:00');
  });
  it('two dates without hours close the days between them', () => {
    const leave = { valid_from: '2026-08-03', valid_to: '2026-08-12' };
    expect(next([office, leave], '2026-07-31 17:00')).toBe('2026-08-13 08:30');
    const closures = (when: string) => weekOf([office, leave], calendar, at(when)).closures.map(({ from, to }) => [isoOf(from), isoOf(to)]);
    expect(closures('2026-07-20 10:00')).toEqual([['2026-08-03', '2026-08-12']]);
    expect(closures('2026-08-13 10:00')).toEqual([]);
  });
  it('a few dates with hours have those each day, and one date among them wins', () => {
    const fair = { valid_from: '2026-12-04', valid_to: '2026-12-06', opens_at: '10:00', closes_at: '18:00' };
    expect(openDays([office, fair], '2026-12-04', '2026-12-07')).toEqual(['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07']);
    expect(openDays([office, fair, { valid_from: '2026-12-05', valid_to: '2026-12-05' }], '2026-12-04', '2026-12-06')).toEqual([
      '2026-12-04',
      '2026-12-06',
    ]);
  });
  it('a holiday of an HSDS 1 package, marked closed, closes its days', () => {
    expect(next([office, { valid_from: '2026-08-03', valid_to: '2026-08-28', description: 'Closed' }], '2026-07-31 17:00')).toBe(
      '2026-08-31 08:30',
    );
  });
  it('a week-day without hours is closed', () => {
    expect(next([office, { freq: 'WEEKLY', byday: 'TH' }], '2026-11-25 17:00')).toBe('2026-11-27 08:30');
  });
});

describe('Ramadan', () => {
  const ramadan = { ...row('MO,TU,WE,TH,FR', '09:00', '15:00'), season: 'ramadan' };
  it('has its own hours, and only those', () => {
    expect(clock(closesAt([office, ramadan], calendar, at('2026-02-20 10:00')))).toBe('2026-02-20 15:00');
    expect(isOpen([office, ramadan], calendar, at('2026-02-20 08:45'))).toBe(false);
    expect(clock(closesAt([office, ramadan], calendar, at('2026-02-18 10:00')))).toBe('2026-02-18 16:30');
  });
  it('keeps the hours of all year of a service that has no others', () => {
    expect(clock(closesAt([office], calendar, at('2026-02-20 10:00')))).toBe('2026-02-20 16:30');
    expect(weekOf([office], calendar, at('2026-02-20 10:00')).season).toMatchObject({ season: 'ramadan', ownHours: false });
  });
  it('closes a service that says so', () => {
    expect(next([office, { season: 'ramadan' }], '2026-02-18 17:00')).toBe('2026-03-23 08:30');
  });
  it('shows its hours beforehand, with the dates foreseen, and the others while it runs', () => {
    const before = weekOf([office, ramadan], calendar, at('2026-11-25 10:00')).otherSeasons;
    expect(before).toEqual([
      {
        season: 'ramadan',
        period: expect.objectContaining({ from: dayOf('2027-02-08'), confirmed: false }),
        days: [{ weekdays: [0, 1, 2, 3, 4], spans: [{ opens: 540, closes: 900, byAppointment: false }] }],
      },
    ]);
    const during = weekOf([office, ramadan], calendar, at('2026-02-20 10:00')).otherSeasons;
    expect(during).toMatchObject([{ season: null, days: [{ weekdays: [0, 1, 2, 3, 4], spans: [{ opens: 510 }] }] }]);
  });
  it('moves the clock and not the hours on the wall', () => {
    expect(zone.offsetAt(at('2026-02-14 12:00'))).toBe(60);
    expect(zone.offsetAt(at('2026-02-16 12:00'))).toBe(0);
    expect(at('2026-02-16 08:30') - at('2026-02-13 08:30')).toBe(3 * minutesPerDay + 60);
    expect(isOpen([office], calendar, at('2026-02-16 08:30'))).toBe(true);
    expect(isOpen([office], calendar, at('2026-02-16 08:29'))).toBe(false);
  });
});

describe('a timetable of some months', () => {
  const dates = { season: 'own_dates', valid_from: '2026-06-15', valid_to: '2026-09-15' };
  const months = [office, row('MO,TU,WE,TH', '08:00', '14:00', dates), row('SA', '09:00', '12:00', dates)];
  it('takes the place of the week’s hours as one of a few days does, on every day it lasts', () => {
    const days = { ...dates, valid_from: '2026-06-22', valid_to: '2026-06-28' };
    const short = [office, row('MO,TU,WE,TH', '08:00', '14:00', days), row('SA', '09:00', '12:00', days)];
    const week = (rows: Schedule[]) => openDays(rows, '2026-06-22', '2026-06-28');
    expect(week(months)).toEqual(['2026-06-22', '2026-06-23', '2026-06-24', '2026-06-25', '2026-06-27']);
    expect(week(short)).toEqual(week(months));
    expect(clock(closesAt(months, calendar, at('2026-09-15 10:00')))).toBe('2026-09-15 14:00');
    expect(clock(closesAt(months, calendar, at('2026-09-16 10:00')))).toBe('2026-09-16 16:30');
  });
  it('without it, hours of some months come on top of the week’s: a course does not close the office', () => {
    const course = row('TU', '17:00', '19:00', { valid_from: '2026-06-15', valid_to: '2026-09-15' });
    expect(clock(closesAt([office, course], calendar, at('2026-06-16 10:00')))).toBe('2026-06-16 16:30');
  });
  it('gives way to a shorter one, to a closure and to what is said of one date', () => {
    const august = row('MO', '10:00', '11:00', { season: 'own_dates', valid_from: '2026-08-03', valid_to: '2026-08-28' });
    expect(openDays([...months, august], '2026-08-03', '2026-08-09')).toEqual(['2026-08-03']);
    expect(openDays([...months, { valid_from: '2026-08-01', valid_to: '2026-08-31' }], '2026-08-03', '2026-08-09')).toEqual([]);
    const friday = { valid_from: '2026-07-03', valid_to: '2026-07-03', opens_at: '10:00', closes_at: '11:00' };
    expect(openDays([...months, friday], '2026-07-03', '2026-07-03')).toEqual(['2026-07-03']);
  });
  it('comes before the hours of a season', () => {
    const works = row('WE', '10:00', '11:00', { season: 'own_dates', valid_from: '2026-02-01', valid_to: '2026-04-30' });
    const ramadan = row('MO,TU,WE,TH,FR', '09:00', '15:00', { season: 'ramadan' });
    expect(openDays([office, ramadan, works], '2026-02-23', '2026-03-01')).toEqual(['2026-02-25']);
  });
  it('is shown beforehand with its dates, and the hours of all year while it runs', () => {
    expect(weekOf(months, calendar, at('2026-05-20 10:00')).otherSeasons).toEqual([
      {
        season: 'own_dates',
        period: { from: dayOf('2026-06-15'), to: dayOf('2026-09-15'), confirmed: true },
        days: [
          { weekdays: [0, 1, 2, 3], spans: [{ opens: 480, closes: 840, byAppointment: false }] },
          { weekdays: [5], spans: [{ opens: 540, closes: 720, byAppointment: false }] },
        ],
      },
    ]);
    expect(weekOf(months, calendar, at('2026-01-20 10:00')).otherSeasons).toEqual([]);
    expect(weekOf(months, calendar, at('2026-07-20 10:00')).otherSeasons).toMatchObject([
      { season: null, days: [{ weekdays: [0, 1, 2, 3, 4] }] },
    ]);
    expect(weekOf(months, calendar, at('2026-07-20 10:00')).usual).toMatchObject([{ weekdays: [0, 1, 2, 3, 4], spans: [{ opens: 510 }] }]);
  });
  it('without both its dates says nothing for certain', () => {
    expect(state([office, row('MO', '08:00', '14:00', { season: 'own_dates' })], '2026-11-25 20:00').kind).toBe('unknown');
  });
});

describe('a time with an offset', () => {
  it('that is the place’s own is local time, in Ramadan too', () => {
    const local = [row('MO,TU,WE,TH,FR', '08:30+01:00', '16:30+01:00')];
    expect(clock(closesAt(local, calendar, at('2026-11-25 10:00')))).toBe('2026-11-25 16:30');
    expect(clock(closesAt(local, calendar, at('2026-02-20 10:00')))).toBe('2026-02-20 16:30');
  });
  it('of another place is the time there', () => {
    const utc = [row('WE', '09:00Z', '12:00Z')];
    expect(clock(closesAt(utc, calendar, at('2026-06-03 11:00')))).toBe('2026-06-03 13:00');
    const paris = [row('WE', '09:00', '12:00', { timezone: 2 })];
    expect(clock(closesAt(paris, calendar, at('2026-06-03 09:00')))).toBe('2026-06-03 11:00');
  });
  it('from before Morocco went back to Greenwich time is still local time', () => {
    const old = [row('WE', '09:00+01:00', '12:00+01:00')];
    expect(clock(closesAt(old, calendar, at('2027-06-02 10:00')))).toBe('2027-06-02 12:00');
  });
});

describe('the clock of a place', () => {
  it('takes the first of two equal times, and the jump for a time that is skipped', () => {
    const utc = (text: string) => Date.parse(`${text}Z`) / 60_000;
    const local = (date: string, minutes: number) => (dayOf(date) ?? 0) * minutesPerDay + minutes;
    expect(zone.momentOf(local('2026-02-15', 150))).toBe(utc('2026-02-15T01:30:00'));
    expect(zone.momentOf(local('2026-03-22', 150))).toBe(utc('2026-03-22T02:00:00'));
    expect(zoneOf('Europe/Paris').momentOf(local('2026-03-29', 150))).toBe(utc('2026-03-29T01:00:00'));
  });
  it('is that of Greenwich in Morocco since 20 September 2026, in Ramadan or not', () => {
    expect(['2026-09-19 12:00', '2026-09-20 12:00', '2027-02-10 12:00', '2027-07-01 12:00'].map((time) => zone.offsetAt(at(time)))).toEqual(
      [60, 0, 0, 0],
    );
  });
  it('refuses a zone that is none', () => {
    expect(() => zoneOf('Africa/Oujda')).toThrow(RangeError);
  });
});

describe('weeks', () => {
  it('are numbered as ISO 8601 does', () => {
    const number = (date: string) => weekOfYear(dayOf(date) ?? 0).week;
    expect(['2026-01-01', '2027-01-01', '2027-01-04', '2024-12-31'].map(number)).toEqual([1, 53, 1, 1]);
    expect(weekOfYear(dayOf('2026-06-01') ?? 0).weeks).toBe(53);
  });
});

describe('what is said of now', () => {
  it('holds until the doors open or close, or the day ends', () => {
    const until = (when: string) => clock(trueUntil([office], calendar, at(when)));
    expect(until('2026-11-25 07:00')).toBe('2026-11-25 08:30');
    expect(until('2026-11-25 10:00')).toBe('2026-11-25 16:30');
    expect(until('2026-11-25 20:00')).toBe('2026-11-26 00:00');
    expect(trueUntil([], calendar, at('2026-11-25 20:00'))).toBe(Number.POSITIVE_INFINITY);
  });
});
