import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionFolder } from '../../region.ts';
import { confirmAhead, datesToEnter } from './dates-to-enter.ts';
import { dayIn, dayOf, isoOf } from './day.ts';
import { computedDates } from './lunar.ts';
import { mostDays, type Period, periodKinds, periodProblem } from './period.ts';

interface Entry {
  key: string;
  year: number;
  first_day: string;
  last_day: string;
  confirmed: boolean;
}
const announced = (JSON.parse(readFileSync(join(regionFolder, 'calendar.json'), 'utf8')).periods as Entry[]).filter(
  ({ confirmed, key }) => confirmed && key !== 'eid-al-adha-extra',
);
const day = (iso: string): number => dayOf(iso) ?? Number.NaN;

describe('the computed dates of the moon', () => {
  it('are the announced ones or the day before, for all that Morocco announced', () => {
    expect(announced.length).toBeGreaterThan(5);
    for (const { key, year, first_day } of announced) {
      const computed = computedDates(year).find((date) => date.key === key);
      expect([key, year, [0, 1].includes(day(first_day) - day(computed?.firstDay ?? ''))]).toEqual([key, year, true]);
    }
  });
  it('give two Ramadans to 2030, each with a key of its own', () => {
    const ramadans = computedDates(2030).filter(({ kind }) => kind === 'ramadan');
    expect(ramadans.map(({ key }) => key)).toEqual(['ramadan', 'ramadan-2']);
    expect(ramadans.map(({ firstDay }) => firstDay.slice(0, 7))).toEqual(['2030-01', '2030-12']);
  });
  it('may be entered as they are, in any year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2150 }), (year) => {
        const dates = computedDates(year);
        expect(dates.length).toBeGreaterThanOrEqual(4);
        expect(dates.map((date) => periodProblem(date, dates))).toEqual(dates.map(() => undefined));
        expect(new Set(dates.map(({ key }) => key)).size).toBe(dates.length);
      }),
      { numRuns: 40 },
    );
  });
});

const aPeriod = fc
  .record({ kind: fc.constantFrom(...periodKinds), first: fc.integer({ min: 3, max: 230 }), days: fc.integer({ min: 1, max: 30 }) })
  .map(({ kind, first, days }) => ({ kind, first, days: Math.min(days, mostDays[kind]) }));
const placed = ({ kind, first, days }: { kind: string; first: number; days: number }, key: string): Period => ({
  key,
  year: 2027,
  kind,
  firstDay: isoOf(dayIn(2027, 1, 1) + first),
  lastDay: isoOf(dayIn(2027, 1, 1) + first + days - 1),
});

describe('a period of the calendar', () => {
  it('is refused beside another of its kind when, and only when, they share a day', () => {
    fc.assert(
      fc.property(aPeriod, aPeriod, (one, other) => {
        const shares = one.first < other.first + other.days && other.first < one.first + one.days;
        const problem = periodProblem(placed(one, 'one'), [placed(other, 'other')]);
        expect(problem).toBe(one.kind === other.kind && shares ? 'period_overlaps' : undefined);
      }),
    );
  });
  it('may be moved over where it stood itself', () => {
    fc.assert(
      fc.property(aPeriod, fc.integer({ min: -2, max: 2 }), (one, moved) => {
        expect(periodProblem(placed({ ...one, first: one.first + moved }, 'one'), [placed(one, 'one')])).toBeUndefined();
      }),
    );
  });
  it.each([
    ['a kind nobody knows', { kind: 'weekend' }, 'period_kind_unknown'],
    ['an end before its beginning', { lastDay: '2027-03-09' }, 'period_backwards'],
    ['a feast of six days', { lastDay: '2027-03-15' }, 'period_too_long'],
    ['a Ramadan of 31 days', { kind: 'ramadan', lastDay: '2027-04-09' }, 'period_too_long'],
    ['a day of another year', { year: 2028 }, 'period_other_year'],
  ])('is refused with %s', (_what, over, problem) => {
    const eid: Period = { key: 'eid-al-fitr', year: 2027, kind: 'holiday', firstDay: '2027-03-10', lastDay: '2027-03-11' };
    expect(periodProblem({ ...eid, ...over }, [])).toBe(problem);
  });
});

describe('what someone has to see to', () => {
  const today = day('2026-11-25');
  const all = [2026, 2027].flatMap(computedDates).map((date) => ({ ...date, confirmed: false }));
  it('is every date of the coming year while none is entered', () => {
    expect(datesToEnter([], today).map(({ key, year }) => `${key} ${year}`)).toEqual([
      'ramadan 2027',
      'eid-al-fitr 2027',
      'eid-al-adha 2027',
      'islamic-new-year 2027',
      'mawlid 2027',
    ]);
  });
  it('is nothing while the dates are entered and far, then each forecast as it comes near, and none once it is announced', () => {
    expect(datesToEnter(all, today)).toEqual([]);
    const near = day('2027-02-08') - confirmAhead;
    expect(datesToEnter(all, near - 1)).not.toContainEqual({ key: 'ramadan', year: 2027 });
    expect(datesToEnter(all, near)).toContainEqual({ key: 'ramadan', year: 2027 });
    expect(
      datesToEnter(
        all.map((date) => ({ ...date, confirmed: true })),
        near,
      ).filter(({ year }) => year === 2027),
    ).toEqual([]);
  });
});
