import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CellHours } from './contract.ts';
import {
  daysWords,
  hoursProblem,
  isInstead,
  isTooRich,
  isWeek,
  nextMarhaba,
  type PlainHours,
  readHours,
  weekDays,
  writeHours,
} from './hours.ts';

const full = (row: object): CellHours => ({
  freq: null,
  byday: null,
  opensAt: null,
  closesAt: null,
  season: null,
  validFrom: null,
  validTo: null,
  ...row,
});
const plain: fc.Arbitrary<PlainHours> = fc
  .record({
    days: fc.subarray([...weekDays], { minLength: 1 }),
    opens: fc.constant('08:30'),
    closes: fc.constant('12:30'),
    opensAgain: fc.constantFrom('', '14:00'),
    closesAgain: fc.constant('16:30'),
  })
  .map((h) => (h.opensAgain ? h : { ...h, closesAgain: '' }));

it('hours come back as they were typed, for the week and for the summer', () => {
  fc.assert(
    fc.property(plain, (hours) => {
      const week = writeHours(hours).map(full);
      const summer = writeHours(hours, { from: '2027-06-10', to: '2027-09-15' }).map(full);
      expect(hoursProblem(hours)).toBeUndefined();
      expect([week.every(isWeek), summer.every(isInstead), week.some(isInstead), summer.some(isWeek)]).toEqual([true, true, false, false]);
      expect([readHours(week), readHours(summer), isTooRich(week)]).toEqual([hours, hours, false]);
    }),
  );
});
it('days that differ from each other are too much for one line, and say so before anything is lost', () => {
  const friday = [
    ...writeHours({ days: ['MO'], opens: '08:30', closes: '16:30', opensAgain: '', closesAgain: '' }),
    { freq: 'WEEKLY', byday: 'FR', opensAt: '15:00', closesAt: '17:00' },
  ];
  expect(isTooRich(friday.map(full))).toBe(true);
});
it('two periods of the year are not taken for the two parts of a day', () => {
  const hours: PlainHours = { days: ['MO'], opens: '09:00', closes: '12:00', opensAgain: '', closesAgain: '' };
  const spring = writeHours(hours, { from: '2027-03-01', to: '2027-03-10' });
  const summer = writeHours({ ...hours, opens: '14:00', closes: '19:00' }, { from: '2027-06-10', to: '2027-09-15' });
  expect(isTooRich([...spring, ...summer].map(full))).toBe(true);
});
it('an afternoon that begins before the morning ends, or half an afternoon, is not taken', () => {
  const base = { days: ['MO' as const], opens: '08:30', closes: '12:30' };
  expect(hoursProblem({ ...base, opensAgain: '12:00', closesAgain: '16:00' })).toBe('second_wrong');
  expect(hoursProblem({ ...base, opensAgain: '14:00', closesAgain: '' })).toBe('second_wrong');
  expect(hoursProblem({ ...base, opensAgain: '', closesAgain: '' }, { from: '2027-09-15', to: '2027-06-10' })).toBe('dates_wrong');
});
it('the summer suggested is this year’s until it is over', () => {
  expect([nextMarhaba('2027-09-15'), nextMarhaba('2027-09-16')].map(({ from, to }) => [from, to])).toEqual([
    ['2027-06-10', '2027-09-15'],
    ['2028-06-10', '2028-09-15'],
  ]);
});
it('days that follow each other are said from the first to the last', () => {
  expect(daysWords('fr', ['MO', 'TU', 'WE', 'TH', 'FR'])).toBe('du lundi au vendredi');
  expect(daysWords('ar', ['MO', 'TU', 'WE', 'TH', 'FR'])).toBe('من الاثنين إلى الجمعة');
  expect(daysWords('fr', ['MO', 'WE'])).toBe('lundi et mercredi');
});
