/** A date of the calendar, as days since 1 January 1970. */
export type Day = number;

const msPerDay = 86_400_000;
export const minutesPerDay = 1440;

/** Reads `YYYY-MM-DD`; what is longer than a date (a time, an offset) is left out. */
export function dayOf(date: string | null | undefined): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '') ?? [];
  if (!year) return undefined;
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time / msPerDay;
}
export const dateOf = (day: Day): Date => new Date(day * msPerDay);
export const isoOf = (day: Day): string => dateOf(day).toISOString().slice(0, 10);

/** 0 is Monday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

export interface YearMonthDay {
  year: number;
  /** From 1. */
  month: number;
  day: number;
}
/** Answers a question about a day from memory when it was asked before: the same days are asked for each service. */
export function remember<T>(answer: (day: Day) => T): (day: Day) => T {
  const known = new Map<Day, T>();
  return (day) => {
    let found = known.get(day);
    if (found === undefined) {
      // A few years at most; a source with absurd dates may not fill the memory.
      if (known.size > 5000) known.clear();
      found = answer(day);
      known.set(day, found);
    }
    return found;
  };
}
export const fieldsOf = remember((day): YearMonthDay => {
  const date = dateOf(day);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
});
export const dayIn = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / msPerDay;
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The first day of the week a day is in, for weeks that start on `start` (0 is Monday). */
export const weekStartOf = (day: Day, start = 0): Day => day - ((weekdayOf(day) - start + 7) % 7);

/** Number of a week in its year and how many weeks that year has, as RFC 5545 counts: week 1 is the first with four days in the year. */
export function weekOfYear(day: Day, start = 0): { week: number; weeks: number } {
  const firstWeek = (year: number): Day => weekStartOf(dayIn(year, 1, 4), start);
  const year = fieldsOf(weekStartOf(day, start) + 3).year;
  return { week: (weekStartOf(day, start) - firstWeek(year)) / 7 + 1, weeks: (firstWeek(year + 1) - firstWeek(year)) / 7 };
}
