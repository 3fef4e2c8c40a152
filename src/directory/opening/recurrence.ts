import { type Day, daysInMonth, fieldsOf, weekdayOf, weekOfYear, weekStartOf } from './day.ts';

/** The days an RFC 5545 rule names, its start and end left aside. Kept as data: an index asks this millions of times. */
export interface Repetition {
  monthly: boolean;
  interval: number;
  /** Where weeks or months are counted from. */
  start: Day;
  /** 0 is Monday. */
  weekStart: number;
  /** `nth` of the month, from its end when negative; 0 is each one. */
  byday: readonly { nth: number; weekday: number }[];
  bymonthday: readonly number[];
  byyearday: readonly number[];
  byweekno: readonly number[];
}
/** One date, every day, or a rule. */
export type Days = Day | 'every' | Repetition;

const yearStart = (year: number): Day => Date.UTC(year, 0, 1) / 86_400_000;

function isInTurn({ monthly, interval, start, weekStart }: Repetition, day: Day): boolean {
  const date = fieldsOf(day);
  const first = fieldsOf(start);
  const passed = monthly
    ? (date.year - first.year) * 12 + date.month - first.month
    : (weekStartOf(day, weekStart) - weekStartOf(start, weekStart)) / 7;
  return passed % interval === 0;
}

function isDayOfWeek({ byday, monthly }: Repetition, day: Day): boolean {
  const weekday = weekdayOf(day);
  for (const { nth, weekday: wanted } of byday) {
    if (wanted !== weekday) continue;
    if (nth === 0 || !monthly) return true;
    const { year, month, day: date } = fieldsOf(day);
    if (nth > 0 ? nth === Math.ceil(date / 7) : -nth === Math.ceil((daysInMonth(year, month) - date + 1) / 7)) return true;
  }
  return false;
}

const isDayOfMonth = (numbers: readonly number[], day: Day): boolean => {
  const { year, month, day: date } = fieldsOf(day);
  return numbers.includes(date) || numbers.includes(date - daysInMonth(year, month) - 1);
};
const isDayOfYear = (numbers: readonly number[], day: Day): boolean => {
  const { year } = fieldsOf(day);
  return numbers.includes(day - yearStart(year) + 1) || numbers.includes(day - yearStart(year + 1));
};
const isInWeek = (numbers: readonly number[], day: Day, weekStart: number): boolean => {
  const { week, weeks } = weekOfYear(day, weekStart);
  return numbers.includes(week) || numbers.includes(week - weeks - 1);
};

export function isNamed(days: Days, day: Day): boolean {
  if (days === 'every') return true;
  if (typeof days === 'number') return day === days;
  const { monthly, interval, start, byday, bymonthday, byyearday, byweekno } = days;
  if (byday.length > 0 && !isDayOfWeek(days, day)) return false;
  if (interval > 1 && !isInTurn(days, day)) return false;
  if (bymonthday.length > 0 && !isDayOfMonth(bymonthday, day)) return false;
  if (byyearday.length > 0 && !isDayOfYear(byyearday, day)) return false;
  if (byweekno.length > 0 && !isInWeek(byweekno, day, days.weekStart)) return false;
  if (byday.length + bymonthday.length + byyearday.length > 0) return true;
  // A rule that names no day means that of its start.
  return monthly ? fieldsOf(day).day === fieldsOf(start).day : weekdayOf(day) === weekdayOf(start);
}
