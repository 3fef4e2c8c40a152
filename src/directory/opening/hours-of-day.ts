import type { Holiday, OpeningCalendar } from './calendar.ts';
import { type Day, fieldsOf, minutesPerDay } from './day.ts';
import { type ClosedRule, holdsOn, type HoursRule, type ReadSchedules, type Rule } from './read-schedule.ts';
import type { Season } from './schedule.ts';
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

/** A time of the year with hours of its own: a season of the calendar, or the length of a period that a service names itself. */
type OwnTime = Season | number;
const timeOf = ({ season, period }: Rule): OwnTime | undefined => period ?? season;

/**
 * The time with hours of its own that a day is in: of the periods a service names itself the shortest, else the season that runs, if the
 * service says anything of it that is true then: the hours of a summer long gone say nothing of this one.
 */
export function ownTime(read: ReadSchedules, calendar: OpeningCalendar, day: Day): OwnTime | undefined {
  const running = calendar.seasonOn(day)?.season;
  let found: OwnTime | undefined;
  for (const rules of [read.hours, read.closed]) {
    for (const { season, period, first, last } of rules) {
      if (day < first || last < day) continue;
      if (period !== undefined) found = typeof found === 'number' ? Math.min(found, period) : period;
      else if (found === undefined && season !== undefined && season === running) found = running;
    }
  }
  return found;
}

/** What was said of that date alone; of several, the one that speaks of the fewest days. */
function exceptionsOn(read: ReadSchedules, day: Day): (HoursRule | ClosedRule)[] {
  let shortest = Number.POSITIVE_INFINITY;
  let found: (HoursRule | ClosedRule)[] = [];
  for (const rules of [read.hours, read.closed]) {
    for (const rule of rules) {
      if (rule.exception === undefined || rule.exception > shortest || !holdsOn(rule, day)) continue;
      if (rule.exception < shortest) found = [];
      shortest = rule.exception;
      found.push(rule);
    }
  }
  return found;
}
const opens = (rule: HoursRule | ClosedRule): rule is HoursRule => rule.kind === 'hours';

/** What holds on one day. What was said of that date alone wins, then closed days, then public holidays, then a period's or the season's hours. */
export function hoursOfDay(read: ReadSchedules, calendar: OpeningCalendar, day: Day): HoursOfDay {
  const holiday = calendar.holidayOn(day);
  const exceptions = exceptionsOn(read, day);
  if (exceptions.length > 0) {
    const special = exceptions.filter(opens);
    return special.length < exceptions.length ? closedDay(holiday) : { rules: special, because: undefined, holiday };
  }
  const time = ownTime(read, calendar, day);
  for (const rule of read.closed) if ((rule.dated || timeOf(rule) === time) && holdsOn(rule, day)) return closedDay(holiday);
  const ordinary: HoursRule[] = [];
  for (const rule of read.hours) {
    if (rule.exception === undefined && timeOf(rule) === time && holdsOn(rule, day)) ordinary.push(rule);
  }
  if (!holiday) return { rules: ordinary, because: undefined, holiday };
  const rules = ordinary.filter((rule) => rule.onHolidays);
  return { rules, because: rules.length === 0 && ordinary.length > 0 ? 'holiday' : undefined, holiday };
}

/** A moment of a day. An offset other than the place's own is a time elsewhere; its own is how the source wrote local time. */
function momentOn(day: Day, minutes: number, offset: number | undefined, { zone }: OpeningCalendar): Minute {
  return offset === undefined || zone.isUsual(offset, fieldsOf(day).year)
    ? zone.momentOf(day * minutesPerDay + minutes)
    : day * minutesPerDay + minutes - offset;
}
/** When one row opens on one day. */
export const spanOn = (rule: HoursRule, calendar: OpeningCalendar, day: Day): Span => ({
  start: momentOn(day, rule.opens, rule.offset, calendar),
  end: momentOn(day, rule.closes, rule.offset, calendar),
  byAppointment: rule.byAppointment,
});

const byStart = (a: Span, b: Span): number => a.start - b.start;
/** Spans in order, those that touch made one. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted(byStart)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else if (span.end > span.start) merged.push({ ...span });
  }
  return merged;
}

/** Spans that touch the time from `from` to `to`, with and without appointment apart. */
export function spansBetween(read: ReadSchedules, calendar: OpeningCalendar, from: Minute, to: Minute): { free: Span[]; asked: Span[] } {
  const free: Span[] = [];
  const asked: Span[] = [];
  // Two days before: an evening may end on the next day, and another offset may lie half a day away.
  const first = Math.floor(calendar.zone.localOf(from) / minutesPerDay) - 2;
  const last = Math.floor(calendar.zone.localOf(to) / minutesPerDay) + 1;
  for (let day = first; day <= last; day++) {
    for (const rule of hoursOfDay(read, calendar, day).rules) {
      const span = spanOn(rule, calendar, day);
      if (span.end > from && span.start < to) (span.byAppointment ? asked : free).push(span);
    }
  }
  return { free: merge(free), asked: merge(asked) };
}
