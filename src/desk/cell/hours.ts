import { localeOf } from '../../platform/i18n/index.ts';
import type { CellHours } from './contract.ts';
import { marhaba } from './lists.ts';

export const weekDays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type WeekDay = (typeof weekDays)[number];

/** A cell's hours as its head types them: the same on each day it opens, in one part or two. */
export interface PlainHours {
  days: WeekDay[];
  opens: string;
  closes: string;
  /** Empty: no second part of the day. */
  opensAgain: string;
  closesAgain: string;
}
export const noHours: PlainHours = { days: [], opens: '', closes: '', opensAgain: '', closesAgain: '' };
export interface Dates {
  from: string;
  to: string;
}

const isPlain = (row: CellHours): boolean =>
  row.freq === 'WEEKLY' && row.opensAt !== null && /^(MO|TU|WE|TH|FR|SA|SU)(,|$)/.test(row.byday ?? '');
/** The rows that this form writes: of the ordinary week, or those that stand in its place between two dates. */
export const isWeek = (row: CellHours): boolean => isPlain(row) && row.season === null && row.validFrom === null;
export const isInstead = (row: CellHours): boolean => row.season === 'own_dates';

/** The hours that rows say, as far as one form can show them: of days that differ, those of the first. */
export function readHours(rows: readonly CellHours[]): PlainHours {
  const sorted = rows.filter(isPlain).sort((a, b) => (a.opensAt ?? '').localeCompare(b.opensAt ?? ''));
  const [first] = sorted;
  if (!first) return noHours;
  const named = new Set((first.byday ?? '').split(','));
  const again = sorted.find((row) => row !== first && row.byday === first.byday);
  return {
    days: weekDays.filter((day) => named.has(day)),
    opens: first.opensAt ?? '',
    closes: first.closesAt ?? '',
    opensAgain: again?.opensAt ?? '',
    closesAgain: again?.closesAt ?? '',
  };
}
/** Whether the form would lose something of what the rows say: other hours on some days, or other dates. */
export const isTooRich = (rows: readonly CellHours[]): boolean => {
  if (rows.length === 0) return false;
  const periods = new Set(rows.map(({ validFrom, validTo }) => `${validFrom} ${validTo}`));
  return periods.size > 1 || rows.length !== writeHours(readHours(rows)).length || !rows.every(isPlain);
};

export function writeHours({ days, opens, closes, opensAgain, closesAgain }: PlainHours, dates?: Dates) {
  const row = (opensAt: string, closesAt: string) => ({
    freq: 'WEEKLY' as const,
    byday: weekDays.filter((day) => days.includes(day)).join(),
    opensAt,
    closesAt,
    ...(dates ? { season: 'own_dates' as const, validFrom: dates.from, validTo: dates.to } : {}),
  });
  if (days.length === 0) return [];
  return [row(opens, closes), ...(opensAgain ? [row(opensAgain, closesAgain)] : [])];
}

/** Why the hours cannot stand, if anything. */
export function hoursProblem({ days, opens, closes, opensAgain, closesAgain }: PlainHours, dates?: Dates): string | undefined {
  if (days.length === 0) return 'days_missing';
  if (!opens || !closes || opens >= closes) return 'times_wrong';
  if (Boolean(opensAgain) !== Boolean(closesAgain) || (opensAgain && (opensAgain < closes || opensAgain >= closesAgain)))
    return 'second_wrong';
  return dates && (!dates.from || !dates.to || dates.from > dates.to) ? 'dates_wrong' : undefined;
}

/** The next Marhaba that is not over, if it keeps its days. */
export function nextMarhaba(today: string): Dates {
  const year = Number(today.slice(0, 4));
  const of = (y: number): Dates => ({ from: `${y}-${marhaba.from}`, to: `${y}-${marhaba.to}` });
  return of(year).to >= today ? of(year) : of(year + 1);
}

const dayName = (language: string, day: WeekDay): string =>
  // 1 January 2024 was a Monday.
  new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + weekDays.indexOf(day)));

/** Days as they are said: from the first to the last where none between is left out. */
export function daysWords(language: string, days: readonly WeekDay[]): string {
  const at = weekDays.filter((day) => days.includes(day));
  const [first, last] = [at[0], at.at(-1)];
  if (!first || !last) return '';
  const isRun = at.length > 2 && weekDays.indexOf(last) - weekDays.indexOf(first) === at.length - 1;
  if (isRun)
    return language === 'ar'
      ? `من ${dayName('ar', first)} إلى ${dayName('ar', last)}`
      : `du ${dayName('fr', first)} au ${dayName('fr', last)}`;
  return new Intl.ListFormat(localeOf(language)).format(at.map((day) => dayName(language, day)));
}
