export { type CalendarData, emptyCalendar, type Holiday, type Names, type OpeningCalendar, openingCalendar } from './calendar.ts';
export type { Schedule, Season } from './schedule.ts';
export { closesAt, intervals, isOpen, nextOpening, openingState, type OpeningState, trueUntil } from './state.ts';
export { type DayOfWeek, type SeasonHours, type WallSpan, type WeekHours, weekOf } from './week.ts';
export type { Minute } from './zone.ts';
