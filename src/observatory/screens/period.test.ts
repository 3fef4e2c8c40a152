import { expect, it } from 'vitest';
import { dayAfter, isPeriod, periodOf } from './period.ts';

const january = new Date(2026, 0, 15);

it('last month, asked in January, is December of the year before', () => {
  expect(periodOf('last_month', january)).toEqual({ since: '2025-12-01', until: '2025-12-31' });
});
it('this year ends today', () => {
  expect(periodOf('year', january)).toEqual({ since: '2026-01-01', until: '2026-01-15' });
});
it('the last day of a period is counted', () => {
  expect(dayAfter('2026-02-28')).toBe('2026-03-01');
});
it('a period that ends before it begins is none', () => {
  expect([isPeriod({ since: '2026-02-01', until: '2026-01-01' }), isPeriod({ since: '', until: '2026-01-01' })]).toEqual([false, false]);
});
