import type { Holiday, OpeningCalendar } from './calendar.ts';
import { type Day, fieldsOf, minutesPerDay } from './day.ts';
import type { HoursRule, ReadSchedules } from './read-schedule.ts';
import type { Minute } from './zone.ts';

/** A time when someone is there, from its first minute to the one before `end`. */
export interface Span {
  start: Minute;
  end: Minute;
  byAppointment: boolean;
}
export interface HoursOfDay {
  rules: HoursRule[];
  /** Why nobody is there although it would be a day like others. */
  because: 'holiday' | 'closed' | undefined;
  holiday: Holiday | undefined;
}

const closedDay = (holiday: Holiday | undefined): HoursOfDay => ({ rules: [], because: 'closed', holiday });

/** What holds on one day. What was said of that date alone wins, then closed days, then public holidays, then the season's hours. */
export function hoursOfDay(read: ReadSchedules, calendar: OpeningCalendar, day: Day): HoursOfDay {
  const holiday = calendar.holidayOn(day);
  const running = calendar.seasonOn(day)?.season;
  const ofSeason = running !== undefined && [...read.hours, ...read.closed].some((rule) => rule.season === running) ? running : undefined;
  const hours = read.hours.filter((rule) => rule.oneDay || rule.season === ofSeason);
  const closed = read.closed.filter((rule) => rule.dated || rule.season === ofSeason);

  if (closed.some((rule) => rule.oneDay && rule.holdsOn(day))) return closedDay(holiday);
  const special = hours.filter((rule) => rule.oneDay && rule.holdsOn(day));
  if (special.length > 0) return { rules: special, because: undefined, holiday };
  if (closed.some((rule) => rule.holdsOn(day))) return closedDay(holiday);
  const ordinary = hours.filter((rule) => rule.holdsOn(day));
  const rules = holiday ? ordinary.filter((rule) => rule.onHolidays) : ordinary;
  return { rules, because: rules.length === 0 && ordinary.length > 0 ? 'holiday' : undefined, holiday };
}

/** When one row opens on one day. An offset other than the place's own is a time elsewhere; its own is how the source wrote local time. */
export function spanOn(rule: HoursRule, calendar: OpeningCalendar, day: Day): Span {
  const { zone } = calendar;
  const { offset, byAppointment } = rule;
  const at = (minutes: number): Minute =>
    offset === undefined || zone.isUsual(offset, fieldsOf(day).year)
      ? zone.momentOf(day * minutesPerDay + minutes)
      : day * minutesPerDay + minutes - offset;
  return { start: at(rule.opens), end: at(rule.closes), byAppointment };
}

/** Spans in order, those that touch made one. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else if (span.end > span.start) merged.push({ ...span });
  }
  return merged;
}

/** Spans that touch the time from `from` to `to`, with and without appointment apart. */
export function spansBetween(read: ReadSchedules, calendar: OpeningCalendar, from: Minute, to: Minute): { free: Span[]; asked: Span[] } {
  const spans: Span[] = [];
  // Two days before: an evening may end on the next day, and another offset may lie half a day away.
  const first = Math.floor(calendar.zone.localOf(from) / minutesPerDay) - 2;
  const last = Math.floor(calendar.zone.localOf(to) / minutesPerDay) + 1;
  for (let day = first; day <= last; day++) {
    for (const rule of hoursOfDay(read, calendar, day).rules) {
      const span = spanOn(rule, calendar, day);
      if (span.end > from && span.start < to) spans.push(span);
    }
  }
  return {
    free: merge(spans.filter((span) => !span.byAppointment)),
    asked: merge(spans.filter((span) => span.byAppointment)),
  };
}
