export type { CalendarData, Holiday, Names, OpeningCalendar } from './calendar.ts';
export { type HoursOfPlace, openingOverview, type OpeningOverview } from './overview.ts';
export type { Schedule, Season } from './schedule.ts';
export {
  closesAt,
  intervals,
  isOpen,
  kindOfHours,
  nextOpening,
  openingState,
  type OpeningState,
  takesAppointments,
  trueUntil,
} from './state.ts';
export { listSessions, type Session } from './sessions.ts';
export { getCalendar, listHours } from './store.ts';
export { tellClock } from './tell-clock.ts';
export { type DayOfWeek, type SeasonHours, type WallSpan, type WeekHours, weekOf } from './week.ts';
export type { Minute } from './zone.ts';
