import { westernDigits } from '../../platform/western-digits.ts';
import { isAhead } from '../birth-date.ts';

/** Translation keys of what a typed birth date lacks. */
export type BirthDateProblem =
  | 'invalid.year'
  | 'invalid.month'
  | 'invalid.before_1900'
  | 'invalid.no_such_day'
  | 'refusal.birth_date_ahead';

/** Reads `year-month-day` as far as it was typed; `null` when nothing was. */
export function readBirthDate(typed: string, now: Date): { date: string | null } | { wrong: BirthDateProblem } {
  const [year = '', month = '', day = ''] = westernDigits(typed).split('-');
  if (!year && !month && !day) return { date: null };
  if (!/^\d{4}$/.test(year)) return { wrong: 'invalid.year' };
  if (Number(year) < 1900) return { wrong: 'invalid.before_1900' };
  if (day && !month) return { wrong: 'invalid.month' };
  const date = [year, month, day ? day.padStart(2, '0') : ''].filter(Boolean).join('-');
  if (day) {
    const read = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    if (!/^\d{1,2}$/.test(day) || read.getUTCMonth() !== Number(month) - 1 || read.getUTCDate() !== Number(day))
      return { wrong: 'invalid.no_such_day' };
  }
  return isAhead(date, now) ? { wrong: 'refusal.birth_date_ahead' } : { date };
}
