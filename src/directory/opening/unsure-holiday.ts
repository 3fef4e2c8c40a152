import type { Holiday, OpeningCalendar } from './calendar.ts';
import type { Day } from './day.ts';

/** Days ahead within which a date that the moon may still move is said beside the hours. */
const warnedAhead = 7;

/** The next public holiday of the coming week whose announcement is awaited, with its first day; from the day before, as it may come a day later. */
export function unsureHoliday(calendar: OpeningCalendar, today: Day): { holiday: Holiday; from: Day } | undefined {
  for (let day = today - 1; day <= today + warnedAhead; day++) {
    const holiday = calendar.holidayOn(day);
    if (!holiday || holiday.confirmed) continue;
    let from = day;
    while (calendar.holidayOn(from - 1)?.names === holiday.names) from--;
    return { holiday, from };
  }
  return undefined;
}
