import { expect, it } from 'vitest';
import { newDated } from './dated-hours.ts';
import { hoursOf, withHours } from './hours-draft.ts';
import { newMonthly } from './monthly-hours.ts';
import { readWeeks } from './week-hours.ts';

it('a date, a day of the month or an opening half typed stays where it is typed, though as a row it says nothing yet', () => {
  const typed = readWeeks([]);
  typed.dated.push(newDated(), { ...newDated(), kind: 'other', from: '2026-12-01', to: '2026-12-31' });
  typed.monthly.push({ ...newMonthly(), which: 'date', date: '' });
  typed.weeks.all_year.MO.push({ opens: '', closes: '12:00', byAppointment: false, openOnHolidays: false });
  const draft = withHours({ touched: { fees: 'Gratuit' } }, typed);
  expect(hoursOf(draft, { schedules: [] })).toEqual(typed);
  expect(draft.touched.fees).toBe('Gratuit');
});
