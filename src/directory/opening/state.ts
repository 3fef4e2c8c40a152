import type { Holiday, OpeningCalendar } from './calendar.ts';
import { minutesPerDay } from './day.ts';
import { hoursOfDay, type Span, spansBetween } from './hours-of-day.ts';
import { type ReadSchedules, readSchedules } from './read-schedule.ts';
import type { Schedule } from './schedule.ts';
import type { Minute } from './zone.ts';

/** Whether someone is there now. What nobody wrote down is `unknown`, which is not closed. */
export type OpeningState =
  | {
      kind: 'open';
      /** Null when it does not close within a week: day and night. */
      closesAt: Minute | null;
    }
  | {
      kind: 'closed';
      /** Null when no opening is known in the coming year. */
      opensAt: Minute | null;
      /** The public holiday that keeps it closed today. */
      holiday: Holiday | undefined;
    }
  | { kind: 'by_appointment' }
  | { kind: 'unknown' };

const week = 7 * minutesPerDay;
const year = 366 * minutesPerDay;

const spanAt = (spans: readonly Span[], moment: Minute): Span | undefined =>
  spans.find(({ start, end }) => start <= moment && moment < end);

/** The first time without appointment that starts after that moment. Most are found within two weeks; a course may start next autumn. */
function firstAfter(read: ReadSchedules, calendar: OpeningCalendar, moment: Minute): Minute | null {
  for (let from = moment, length = 2 * week; from < moment + year; from += length, length *= 4) {
    // Looked at with what came before, so that a time cut in two by the search does not look like two.
    const next = spansBetween(read, calendar, from - 1, from + length).free.find(({ start }) => start > moment && start >= from);
    if (next) return next.start;
  }
  return null;
}

interface Current extends ReadSchedules {
  unsure: boolean;
}
/** What still says something at that moment. */
function stillTrue(read: ReadSchedules, calendar: OpeningCalendar, now: Minute): Current {
  // An evening of a last day may end after midnight.
  const yesterday = Math.floor(calendar.zone.localOf(now) / minutesPerDay) - 1;
  return { ...read, hours: read.hours.filter(({ last }) => last >= yesterday), unsure: read.unsureUntil >= yesterday };
}

function stateOf(all: ReadSchedules, calendar: OpeningCalendar, now: Minute): OpeningState {
  const read = stillTrue(all, calendar, now);
  const { free, asked } = spansBetween(read, calendar, now, now + week);
  const open = spanAt(free, now);
  if (open) return { kind: 'open', closesAt: open.end >= now + week ? null : open.end };
  if (read.unsure) return { kind: 'unknown' };
  const walkIn = read.hours.some((rule) => !rule.byAppointment);
  if (spanAt(asked, now) || (!walkIn && (read.appointment || read.hours.length > 0))) return { kind: 'by_appointment' };
  if (!walkIn) return { kind: 'unknown' };
  const today = hoursOfDay(read, calendar, Math.floor(calendar.zone.localOf(now) / minutesPerDay));
  return {
    kind: 'closed',
    opensAt: firstAfter(read, calendar, now),
    holiday: today.because === 'holiday' ? today.holiday : undefined,
  };
}

/** Whether the service is open at that moment, and until when, or when it opens next. */
export const openingState = (schedules: readonly Schedule[], calendar: OpeningCalendar, now: Minute): OpeningState =>
  stateOf(readSchedules(schedules), calendar, now);

/** `undefined` when it cannot be known. By appointment is not open: nobody waits for those who just come. */
export function isOpen(schedules: readonly Schedule[], calendar: OpeningCalendar, now: Minute): boolean | undefined {
  const { kind } = openingState(schedules, calendar, now);
  return kind === 'unknown' ? undefined : kind === 'open';
}

/** The first moment after `now` at which it opens, without appointment; null when none is known. */
export function nextOpening(schedules: readonly Schedule[], calendar: OpeningCalendar, now: Minute): Minute | null {
  return firstAfter(stillTrue(readSchedules(schedules), calendar, now), calendar, now);
}

/** When it closes, if it is open now and closes within a week. */
export function closesAt(schedules: readonly Schedule[], calendar: OpeningCalendar, now: Minute): Minute | null {
  const state = openingState(schedules, calendar, now);
  return state.kind === 'open' ? state.closesAt : null;
}

/** Open times without appointment from `from` to `to`, cut at both ends, as pairs of minutes since 1970: what an index keeps to answer « open now ». */
export function intervals(
  schedules: readonly Schedule[],
  calendar: OpeningCalendar,
  from: Minute,
  to: Minute,
): [start: Minute, end: Minute][] {
  const read = readSchedules(schedules);
  if (read.hours.length === 0) return [];
  return spansBetween(read, calendar, from, to).free.map(({ start, end }) => [Math.max(start, from), Math.min(end, to)]);
}

/** What it means that a service has no open time at a moment: closed, to be asked for, or not known. For an index, beside `intervals`. */
export function kindOfHours(
  schedules: readonly Schedule[],
  calendar: OpeningCalendar,
  now: Minute,
): 'hours' | 'by_appointment' | 'unknown' {
  const read = stillTrue(readSchedules(schedules), calendar, now);
  if (read.unsure || (read.hours.length === 0 && !read.appointment)) return 'unknown';
  return read.hours.some((rule) => !rule.byAppointment) ? 'hours' : 'by_appointment';
}

/** Whether someone may be asked for an appointment, at set times or at times nobody wrote down. */
export function takesAppointments(schedules: readonly Schedule[], calendar: OpeningCalendar, now: Minute): boolean {
  // Most services take none, and an index asks this of each.
  if (!schedules.some((row) => row.by_appointment)) return false;
  const read = stillTrue(readSchedules(schedules), calendar, now);
  return read.appointment || read.hours.some((rule) => rule.byAppointment);
}

/**
 * When what was said at `now` must be said anew: someone comes or leaves, or the day ends and « tomorrow » becomes « today ».
 * Infinity when nothing was said of hours.
 */
export function trueUntil(schedules: readonly Schedule[], calendar: OpeningCalendar, now: Minute): Minute {
  const read = readSchedules(schedules);
  const dated = read.texts.some(({ last }) => Number.isFinite(last)) || Number.isFinite(read.unsureUntil);
  if (read.hours.length + read.closed.length === 0 && !dated) return Number.POSITIVE_INFINITY;
  const tomorrow = calendar.zone.momentOf((Math.floor(calendar.zone.localOf(now) / minutesPerDay) + 1) * minutesPerDay);
  const { free, asked } = spansBetween(read, calendar, now, tomorrow);
  return Math.min(tomorrow, ...[...free, ...asked].flatMap(({ start, end }) => [start, end]).filter((moment) => moment > now));
}
