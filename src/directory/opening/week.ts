import type { Holiday, OpeningCalendar, SeasonPeriod } from './calendar.ts';
import { type Day, minutesPerDay, weekdayOf, weekStartOf } from './day.ts';
import { hoursOfDay, merge, ownTime, spanOn } from './hours-of-day.ts';
import { holdsOn, type HoursRule, type ReadSchedules, readSchedules } from './read-schedule.ts';
import { ownDates, type Schedule, type Season, seasons } from './schedule.ts';
import type { Minute } from './zone.ts';

/** Hours on the wall of the place, in minutes after midnight; past 1440 on the next day. */
export interface WallSpan {
  opens: number;
  closes: number;
  byAppointment: boolean;
}
export interface DayOfWeek {
  day: Day;
  spans: WallSpan[];
  /** The public holiday of that day, whether it closes the service or not. */
  holiday: Holiday | undefined;
  /** Closed that day though it is open on such days otherwise. */
  because: 'holiday' | 'closed' | undefined;
}

/** Sorted and merged, with and without appointment apart. */
function wallSpans(rules: readonly HoursRule[], calendar: OpeningCalendar, day: Day): WallSpan[] {
  const spans = rules.map((rule) => spanOn(rule, calendar, day));
  const merged = [true, false].flatMap((asked) => merge(spans.filter(({ byAppointment }) => byAppointment === asked)));
  return merged
    .map(({ start, end, byAppointment }) => ({
      opens: calendar.zone.localOf(start) - day * minutesPerDay,
      closes: calendar.zone.localOf(end) - day * minutesPerDay,
      byAppointment,
    }))
    .sort((a, b) => a.opens - b.opens || a.closes - b.closes);
}

function weekFrom(read: ReadSchedules, calendar: OpeningCalendar, first: Day): DayOfWeek[] {
  return Array.from({ length: 7 }, (_, i) => {
    const day = first + i;
    const { rules, because, holiday } = hoursOfDay(read, calendar, day);
    return { day, spans: wallSpans(rules, calendar, day), holiday, because };
  });
}

/** Hours of a time of the year that does not run now. */
export interface SeasonHours {
  /** Null for the ordinary time of the year, while another with hours of its own runs. */
  season: Season | typeof ownDates | null;
  /** Absent while nobody entered the dates of the next one. */
  period: Pick<SeasonPeriod, 'from' | 'to' | 'confirmed'> | undefined;
  /** Days of the week, 0 is Monday, that share the same hours. */
  days: { weekdays: number[]; spans: WallSpan[] }[];
}

/** Groups the days of a week that follow each other and have the same hours. */
function groupDays(week: WallSpan[][]): SeasonHours['days'] {
  const days: SeasonHours['days'] = [];
  for (const [weekday, spans] of week.entries()) {
    const last = days.at(-1);
    if (spans.length === 0) continue;
    if (last?.weekdays.at(-1) === weekday - 1 && JSON.stringify(last.spans) === JSON.stringify(spans)) last.weekdays.push(weekday);
    else days.push({ weekdays: [weekday], spans });
  }
  return days;
}

function seasonHours(read: ReadSchedules, calendar: OpeningCalendar, season: Season | null, today: Day): SeasonHours[] {
  const rules = read.hours.filter(
    (rule) => (rule.season ?? null) === season && rule.period === undefined && rule.exception === undefined && rule.last >= today,
  );
  const period = season ? calendar.nextSeason(season, today) : undefined;
  const begun = Math.max(period?.from ?? today, ...rules.map((rule) => (Number.isFinite(rule.first) ? rule.first : 0)));
  // A whole week of that time, from its first Monday.
  const monday = weekStartOf(begun + 6);
  const days = groupDays(
    [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
      const day = monday + weekday;
      return wallSpans(
        rules.filter((rule) => holdsOn(rule, day)),
        calendar,
        day,
      );
    }),
  );
  return days.length > 0 ? [{ season, period, days }] : [];
}

/** Hours of the periods to come that a service names itself, soonest first. */
function periodHours(read: ReadSchedules, calendar: OpeningCalendar, today: Day): SeasonHours[] {
  const rules = read.hours.filter(({ period, first }) => period !== undefined && today < first && first < today + horizon);
  const periods = Map.groupBy(rules, ({ first, last }) => `${first} ${last}`);
  return [...periods.values()]
    .flatMap((rows): SeasonHours[] => {
      const [{ first: from, last: to }] = rows as [HoursRule];
      const days = groupDays(
        [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
          const day = from + ((weekday - weekdayOf(from) + 7) % 7);
          return wallSpans(
            rows.filter((rule) => holdsOn(rule, day)),
            calendar,
            day,
          );
        }),
      );
      return days.length > 0 ? [{ season: ownDates, period: { from, to, confirmed: true }, days }] : [];
    })
    .sort((a, b) => (a.period?.from ?? 0) - (b.period?.from ?? 0));
}

/** Days ahead within which a closure, or a period with other hours, is announced. */
const horizon = 100;
const mostLater = 3;
const isEveryWeek = ({ days, period }: HoursRule): boolean =>
  period !== undefined ||
  (typeof days === 'object' && !days.monthly && days.interval === 1 && days.byday.length > 0 && days.byweekno.length === 0);

function laterDays(read: ReadSchedules, calendar: OpeningCalendar, first: Day): WeekHours['later'] {
  const days: WeekHours['later'] = [];
  if (read.hours.every(isEveryWeek)) return days;
  for (let day = first; day < first + 366 && days.length < mostLater; day++) {
    const rules = hoursOfDay(read, calendar, day).rules.filter((rule) => !isEveryWeek(rule));
    if (rules.length > 0) days.push({ day, spans: wallSpans(rules, calendar, day) });
  }
  return days;
}

export interface WeekHours {
  /** Seven days from today; empty when no hours are known. */
  days: DayOfWeek[];
  /** The time of the year that runs now, and whether the service has hours of its own for it. */
  season: (SeasonPeriod & { ownHours: boolean }) | undefined;
  /** Hours that come back every week of the ordinary time of the year, whatever befalls one day: what paper may keep. */
  usual: SeasonHours['days'];
  /** Hours of the times of the year that do not run now. */
  otherSeasons: SeasonHours[];
  /** The next days, after these seven, of hours that do not come back every week: once a month, every second week, one date. */
  later: { day: Day; spans: WallSpan[] }[];
  /** Days on which it will be closed although it is open on such days otherwise, today included. */
  closures: { from: Day; to: Day }[];
  texts: string[];
  /** Where its sessions are listed or booked; as the source wrote it. */
  links: string[];
}

/** What to show of a service's hours: the seven days from today with their holidays, and the hours of other times of the year. */
export function weekOf(schedules: readonly Schedule[], calendar: OpeningCalendar, now: Minute): WeekHours {
  const read = readSchedules(schedules);
  const today = Math.floor(calendar.zone.localOf(now) / minutesPerDay);
  const current = read.hours.filter(({ last }) => last >= today);
  const running = calendar.seasonOn(today);
  const ownHours = ownTime(read, calendar, today) !== undefined;
  const others = [...(ownHours ? [null] : []), ...seasons.filter((season) => season !== running?.season)];
  return {
    days: current.length > 0 ? weekFrom(read, calendar, today) : [],
    season: running && { ...running, ownHours },
    usual: seasonHours({ ...read, hours: current.filter(isEveryWeek) }, calendar, null, today)[0]?.days ?? [],
    otherSeasons: [...periodHours(read, calendar, today), ...others.flatMap((season) => seasonHours(read, calendar, season, today))],
    later: laterDays({ ...read, hours: current }, calendar, today + 7),
    closures: read.closed
      .filter(({ exception, dated, first, last }) => (exception !== undefined || dated) && last >= today && first < today + horizon)
      .map(({ first, last }) => ({ from: first, to: last }))
      .sort((a, b) => a.from - b.from),
    texts: [...new Set(read.texts.filter(({ last }) => last >= today).map(({ text }) => text))],
    links: [...new Set(read.links.filter(({ last }) => last >= today).map(({ url }) => url))],
  };
}
