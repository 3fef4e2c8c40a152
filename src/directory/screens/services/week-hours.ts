import type { Schedule } from '../answers.ts';
import { type WeekDay, weekDays } from '../schedule-words.ts';
import { type DatedHours, datedProblem, readDated, writeDated } from './dated-hours.ts';
import { isDateOfMonth, type MonthlyOpening, readMonthly, writeMonthly } from './monthly-hours.ts';
import { type Besides, besides, besidesOf, emptyRow, hasTimes, isAppointmentOnly, saysOnly } from './schedule-row.ts';

/** One opening of one day, as a person types it; without times it is by appointment. */
export interface Opening {
  opens: string;
  closes: string;
  byAppointment: boolean;
  openOnHolidays: boolean;
  besides?: Besides;
}
export type Season = 'all_year' | 'ramadan' | 'summer';
export const seasons: readonly Season[] = ['all_year', 'ramadan', 'summer'];
export type Week = Record<WeekDay, Opening[]>;
export interface WeekHours {
  weeks: Record<Season, Week>;
  /** Whom one must call first, at no fixed hours. */
  onlyByAppointment: boolean;
  monthly: MonthlyOpening[];
  dated: DatedHours[];
  /** Words for people to read. Nothing is concluded from them. */
  notes: string[];
  /** Rows no table can show. They stay as they are. */
  others: Schedule[];
}

export const newOpening = (): Opening => ({ opens: '09:00', closes: '12:00', byAppointment: false, openOnHolidays: false });
const emptyWeek = (): Week => ({ MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] });
const appointmentRow: Schedule = { ...emptyRow, freq: 'WEEKLY', byAppointment: true };

/** The days of a row that every week repeats alike, or none for any other row: one that names no day could mean any. */
function daysOf(row: Schedule): WeekDay[] {
  const isPlain =
    row.freq === 'WEEKLY' &&
    saysOnly(row, ['freq', 'byday', 'season', 'opensAt', 'closesAt', 'byAppointment', 'openOnHolidays', ...besides]) &&
    (hasTimes(row) || isAppointmentOnly(row)) &&
    (row.season === null || seasons.some((season) => season === row.season));
  if (!isPlain || !row.byday) return [];
  const named = row.byday.split(',');
  const days = weekDays.filter((day) => named.includes(day));
  return days.length === named.length ? days : [];
}
const isAppointment = (row: Schedule): boolean =>
  isAppointmentOnly(row) && saysOnly(row, ['freq', 'byAppointment']) && row.freq !== 'MONTHLY';
const isNote = (row: Schedule): boolean => row.description !== null && saysOnly(row, ['description']);

export function readWeeks(schedules: readonly Schedule[]): WeekHours {
  const weeks = { all_year: emptyWeek(), ramadan: emptyWeek(), summer: emptyWeek() };
  const hours: WeekHours = { weeks, onlyByAppointment: false, monthly: [], dated: [], notes: [], others: [] };
  for (const row of schedules) {
    const days = daysOf(row);
    const monthly = readMonthly(row);
    const dated = readDated(row);
    const season = row.season === 'ramadan' || row.season === 'summer' ? row.season : 'all_year';
    for (const day of days)
      weeks[season][day].push({
        opens: row.opensAt ?? '',
        closes: row.closesAt ?? '',
        byAppointment: row.byAppointment,
        openOnHolidays: row.openOnHolidays,
        ...besidesOf(row),
      });
    if (days.length > 0) continue;
    if (isAppointment(row)) hours.onlyByAppointment = true;
    else if (monthly) hours.monthly.push(...monthly);
    else if (dated) hours.dated.push(dated);
    else if (isNote(row)) hours.notes.push(row.description ?? '');
    else hours.others.push(row);
  }
  for (const week of Object.values(weeks)) for (const day of weekDays) week[day].sort((a, b) => a.opens.localeCompare(b.opens));
  return hours;
}

function writeWeek(season: Season, week: Week): Schedule[] {
  const rows = new Map<string, Schedule>();
  for (const day of weekDays)
    for (const { opens, closes, byAppointment, openOnHolidays, besides: said } of week[day]) {
      const key = JSON.stringify([opens, closes, byAppointment, openOnHolidays, said]);
      const known = rows.get(key);
      if (known) known.byday = [...new Set([...(known.byday ?? '').split(','), day])].join();
      else
        rows.set(key, {
          ...emptyRow,
          freq: 'WEEKLY',
          byday: day,
          opensAt: opens || null,
          closesAt: closes || null,
          season: season === 'all_year' ? null : season,
          byAppointment,
          openOnHolidays,
          ...said,
        });
    }
  return [...rows.values()];
}

/** Rows of hours: days that open alike share one. */
export const writeWeeks = ({ weeks, onlyByAppointment, monthly, dated, notes, others }: WeekHours): Schedule[] => [
  ...seasons.flatMap((season) => writeWeek(season, weeks[season])),
  ...(onlyByAppointment ? [appointmentRow] : []),
  ...monthly.map(writeMonthly),
  ...dated.map(writeDated),
  ...notes.map((description) => ({ ...emptyRow, description })),
  ...others,
];

/** An opening has both times, or none and then only by appointment. */
export const isComplete = ({ opens, closes, byAppointment }: Omit<Opening, 'openOnHolidays'>): boolean =>
  opens === '' && closes === '' ? byAppointment : opens !== '' && closes !== '' && opens !== closes;
export const areComplete = ({ weeks, monthly, dated, notes }: WeekHours): boolean =>
  Object.values(weeks).every((week) => weekDays.every((day) => week[day].every(isComplete))) &&
  monthly.every((opening) => isComplete(opening) && isDateOfMonth(opening)) &&
  dated.every((one) => datedProblem(one) === undefined) &&
  notes.every((note) => note.trim() !== '');

type HolidayMark = Pick<Opening, 'openOnHolidays'>;
const openingsOf = ({ weeks, monthly, dated }: WeekHours): HolidayMark[] => [
  ...Object.values(weeks).flatMap((week) => Object.values(week).flat()),
  ...monthly,
  ...dated.filter(({ kind }) => kind === 'term'),
];
/** Whether its hours hold on public holidays too; `undefined` while it has none. */
export function isOpenOnHolidays(hours: WeekHours): boolean | undefined {
  const openings = openingsOf(hours);
  return openings.length === 0 ? undefined : openings.every(({ openOnHolidays }) => openOnHolidays);
}
/** The same hours, with or without public holidays. */
export function withHolidays(hours: WeekHours, openOnHolidays: boolean): WeekHours {
  const mark = <T extends HolidayMark>(one: T): T => ({ ...one, openOnHolidays });
  const weekOf = (week: Week): Week => {
    const marked = emptyWeek();
    for (const day of weekDays) marked[day] = week[day].map(mark);
    return marked;
  };
  const { all_year, ramadan, summer } = hours.weeks;
  return {
    ...hours,
    weeks: { all_year: weekOf(all_year), ramadan: weekOf(ramadan), summer: weekOf(summer) },
    monthly: hours.monthly.map(mark),
    dated: hours.dated.map((one) => (one.kind === 'term' ? mark(one) : one)),
  };
}
