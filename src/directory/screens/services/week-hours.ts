import type { Schedule } from '../answers.ts';
import { type WeekDay, weekDays } from '../schedule-words.ts';

/** One opening of one day, as a person types it; without times it is by appointment. */
export interface Opening {
  opens: string;
  closes: string;
  byAppointment: boolean;
  openOnHolidays: boolean;
}
export type Season = 'all_year' | 'ramadan' | 'summer';
export const seasons: readonly Season[] = ['all_year', 'ramadan', 'summer'];
export type Week = Record<WeekDay, Opening[]>;
export interface WeekHours {
  weeks: Record<Season, Week>;
  /** Rows a weekly table cannot show: dates, months, closures and free words. They stay as they are. */
  others: Schedule[];
}

export const newOpening = (): Opening => ({ opens: '09:00', closes: '12:00', byAppointment: false, openOnHolidays: false });
const emptyWeek = (): Week => ({ MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] });

/** The days of a row that every week repeats alike, or none for any other row. */
function daysOf(row: Schedule): WeekDay[] {
  const isPlain =
    row.freq === 'WEEKLY' &&
    (row.interval ?? 1) === 1 &&
    !row.bymonthday &&
    !row.dtstart &&
    !row.until &&
    !row.validFrom &&
    !row.validTo &&
    !row.description &&
    (row.opensAt !== null || row.byAppointment);
  if (!isPlain) return [];
  const named = row.byday ? row.byday.split(',') : weekDays;
  const days = weekDays.filter((day) => named.includes(day));
  return days.length === named.length ? days : [];
}

export function readWeeks(schedules: readonly Schedule[]): WeekHours {
  const weeks = { all_year: emptyWeek(), ramadan: emptyWeek(), summer: emptyWeek() };
  const others: Schedule[] = [];
  for (const row of schedules) {
    const days = daysOf(row);
    if (days.length === 0) others.push(row);
    const season = row.season === 'ramadan' || row.season === 'summer' ? row.season : 'all_year';
    for (const day of days)
      weeks[season][day].push({
        opens: row.opensAt ?? '',
        closes: row.closesAt ?? '',
        byAppointment: row.byAppointment,
        openOnHolidays: row.openOnHolidays,
      });
  }
  for (const week of Object.values(weeks)) for (const day of weekDays) week[day].sort((a, b) => a.opens.localeCompare(b.opens));
  return { weeks, others };
}

/** Rows of hours: days that open alike share one. */
export function writeWeeks({ weeks, others }: WeekHours): Schedule[] {
  const rows = new Map<string, Schedule>();
  for (const season of seasons)
    for (const day of weekDays)
      for (const { opens, closes, byAppointment, openOnHolidays } of weeks[season][day]) {
        const key = [season, opens, closes, byAppointment, openOnHolidays].join();
        const known = rows.get(key);
        if (known) known.byday = [...new Set([...(known.byday ?? '').split(','), day])].join();
        else
          rows.set(key, {
            freq: 'WEEKLY',
            interval: null,
            byday: day,
            bymonthday: null,
            dtstart: null,
            until: null,
            validFrom: null,
            validTo: null,
            opensAt: opens || null,
            closesAt: closes || null,
            season: season === 'all_year' ? null : season,
            byAppointment,
            openOnHolidays,
            description: null,
          });
      }
  return [...rows.values(), ...others];
}

/** An opening has both times, or none and then only by appointment. */
export const isComplete = ({ opens, closes, byAppointment }: Opening): boolean =>
  opens === '' && closes === '' ? byAppointment : opens !== '' && closes !== '' && opens !== closes;
export const areComplete = ({ weeks }: WeekHours): boolean =>
  Object.values(weeks).every((week) => weekDays.every((day) => week[day].every(isComplete)));
