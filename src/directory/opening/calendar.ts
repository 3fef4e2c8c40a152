import { type Day, dayOf, fieldsOf, remember } from './day.ts';
import type { Season } from './schedule.ts';
import { type Zone, zoneOf } from './zone.ts';

/** Names by language code. */
export type Names = Readonly<Record<string, string>>;

/** What a region enters: its clock, the holidays of every year, and the dates that are announced year by year. */
export interface CalendarData {
  timezone: string;
  fixed: readonly { month: number; day: number; since: number | null; names: Names }[];
  periods: readonly {
    kind: 'holiday' | Season;
    first_day: string;
    last_day: string;
    names: Names;
    confirmed: boolean;
  }[];
}

export interface Holiday {
  names: Names;
  /** False while the date waits for its announcement: the moon may still move it. */
  confirmed: boolean;
}
export interface SeasonPeriod extends Holiday {
  season: Season;
  from: Day;
  to: Day;
}
export interface OpeningCalendar {
  zone: Zone;
  holidayOn(day: Day): Holiday | undefined;
  seasonOn(day: Day): SeasonPeriod | undefined;
  /** The period of that season which runs on that day, else the next one. */
  nextSeason(season: Season, day: Day): SeasonPeriod | undefined;
}

/** Makes a region's calendar ready to be asked. Throws `RangeError` when the time zone is none. */
export function openingCalendar(data: CalendarData): OpeningCalendar {
  const moving = new Map<Day, Holiday>();
  const periods: SeasonPeriod[] = [];
  for (const { kind, first_day, last_day, names, confirmed } of data.periods) {
    const from = dayOf(first_day);
    const to = dayOf(last_day);
    if (from === undefined || to === undefined) continue;
    if (kind === 'holiday') for (let day = from; day <= to; day++) moving.set(day, { names, confirmed });
    else periods.push({ season: kind, from, to, names, confirmed });
  }
  periods.sort((a, b) => a.from - b.from);
  const yearly = new Map(data.fixed.map((holiday) => [holiday.month * 100 + holiday.day, holiday]));
  const factsOf = remember((day): { holiday: Holiday | undefined; season: SeasonPeriod | undefined } => {
    const { year, month, day: date } = fieldsOf(day);
    const fixed = yearly.get(month * 100 + date);
    return {
      holiday: fixed && year >= (fixed.since ?? 0) ? { names: fixed.names, confirmed: true } : moving.get(day),
      season: periods.find(({ from, to }) => from <= day && day <= to),
    };
  });
  return {
    zone: zoneOf(data.timezone),
    holidayOn: (day) => factsOf(day).holiday,
    seasonOn: (day) => factsOf(day).season,
    nextSeason: (season, day) => periods.find((period) => period.season === season && day <= period.to),
  };
}
