import type { LocalText } from '../store.ts';
import type { OpeningCalendar } from './calendar.ts';
import { type Day, minutesPerDay } from './day.ts';
import type { Schedule } from './schedule.ts';
import { openingState, type OpeningState, trueUntil } from './state.ts';
import { type WeekHours, weekOf } from './week.ts';
import type { Minute } from './zone.ts';

/** Hours of a service, or of a place it is offered at. */
export interface HoursOfPlace {
  /** Null when the hours are the service's, wherever it is offered. */
  place: LocalText | null;
  schedules: Schedule[];
}

/** What is said of a service's hours at a moment, and until when it is true. */
export interface OpeningOverview {
  /** Of the place where someone can come soonest. */
  state: OpeningState;
  places: { place: LocalText | null; state: OpeningState; week: WeekHours; onHolidays: 'open' | 'closed' | undefined }[];
  now: Minute;
  today: Day;
  calendar: OpeningCalendar;
  /** Infinity when nothing said of it depends on the time. */
  until: Minute;
}

const rank: Record<OpeningState['kind'], number> = { open: 0, by_appointment: 1, closed: 2, unknown: 3 };
const opensAt = (state: OpeningState): number => (state.kind === 'closed' ? (state.opensAt ?? Number.POSITIVE_INFINITY) : 0);

/** Whether public holidays change anything; unsaid where rows differ. */
function onHolidays(schedules: readonly Schedule[]): 'open' | 'closed' | undefined {
  const marks = new Set(schedules.filter((row) => row.opens_at).map((row) => row.open_on_holidays === true));
  return marks.size === 1 ? (marks.has(true) ? 'open' : 'closed') : undefined;
}

/** Gathers what a page says of a service's hours. */
export function openingOverview(hours: readonly HoursOfPlace[], calendar: OpeningCalendar, now: Minute): OpeningOverview {
  const places = hours.map(({ place, schedules }) => ({
    place,
    state: openingState(schedules, calendar, now),
    week: weekOf(schedules, calendar, now),
    onHolidays: onHolidays(schedules),
  }));
  const states = places.map(({ state }) => state).sort((a, b) => rank[a.kind] - rank[b.kind] || opensAt(a) - opensAt(b));
  return {
    state: states[0] ?? { kind: 'unknown' },
    places,
    now,
    today: Math.floor(calendar.zone.localOf(now) / minutesPerDay),
    calendar,
    until: Math.min(Number.POSITIVE_INFINITY, ...hours.map(({ schedules }) => trueUntil(schedules, calendar, now))),
  };
}
