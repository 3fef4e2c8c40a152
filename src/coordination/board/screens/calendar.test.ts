import fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthAfter } from './calendar-screen.tsx';
import { monthsOf, placeOf } from './gantt.tsx';

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

it('a bar never leaves its calendar, and an earlier day never stands after a later one', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [first = '', second = ''] = [one, other].sort();
      const [a, b] = [placeOf(first, '2026-01-01', '2026-12-31'), placeOf(second, '2026-01-01', '2026-12-31')];
      return 0 <= a && a <= b && b <= 1;
    }),
  );
});
it('the first day stands at the beginning and the day after the last at the end', () => {
  expect([placeOf('2026-01-01', '2026-01-01', '2026-12-31'), placeOf('2027-01-01', '2026-01-01', '2026-12-31')]).toEqual([0, 1]);
});
it('twelve months follow on one another over the turn of a year', () => {
  expect(
    monthsOf('2026-08-01')
      .map((m) => m.slice(0, 7))
      .slice(3, 7),
  ).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  expect([monthAfter('2026-08', 6), monthAfter('2026-08', -8)]).toEqual(['2027-02', '2025-12']);
});
