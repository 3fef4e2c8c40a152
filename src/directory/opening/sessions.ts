import type { OpeningCalendar } from './calendar.ts';
import type { Day } from './day.ts';
import { hoursOfDay, merge, spanOn } from './hours-of-day.ts';
import { type HoursRule, readSchedules } from './read-schedule.ts';
import type { Schedule } from './schedule.ts';
import type { Minute } from './zone.ts';

/** A time that does not come back every week: a mobile consultation on one date, the first Monday of the month. */
export interface Session {
  day: Day;
  start: Minute;
  end: Minute;
}

const isWeekly = ({ days }: HoursRule): boolean => typeof days === 'object' && !days.monthly && days.interval === 1;

/** The sessions of these days to which one may just come, in order. Other hours on a date that is an open day of the week anyway are its hours, and no session. */
export function listSessions(schedules: readonly Schedule[], calendar: OpeningCalendar, from: Day, to: Day): Session[] {
  const read = readSchedules(schedules);
  const usual = readSchedules(schedules.filter((row) => row.freq));
  const sessions: Session[] = [];
  for (let day = from; day <= to; day++) {
    const rules = hoursOfDay(read, calendar, day).rules.filter(
      (rule) => !isWeekly(rule) && !rule.byAppointment && rule.period === undefined,
    );
    if (rules.length === 0) continue;
    const isOpenDay = hoursOfDay(usual, calendar, day).rules.some(isWeekly);
    const own = rules.filter((rule) => rule.exception === undefined || (rule.exception === 1 && !isOpenDay));
    const spans = merge(own.map((rule) => spanOn(rule, calendar, day)));
    for (const { start, end } of spans) sessions.push({ day, start, end });
  }
  return sessions;
}
