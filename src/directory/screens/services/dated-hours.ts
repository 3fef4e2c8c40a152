import { longestException } from '../../opening/schedule.ts';
import type { Schedule } from '../answers.ts';
import { type WeekDay, weekDays } from '../schedule-words.ts';
import { type Besides, besides, besidesOf, emptyRow, hasTimes, saysOnly } from './schedule-row.ts';

/**
 * Closed; other hours than usual, every day of a short period; or certain weekdays as long as a period lasts, instead of the week's hours or
 * on top of them.
 */
export const datedKinds = ['closed', 'other', 'instead', 'term'] as const;
export interface DatedHours {
  kind: (typeof datedKinds)[number];
  from: string;
  /** Empty: that day alone, and for weekdays without an end. */
  to: string;
  days: WeekDay[];
  opens: string;
  closes: string;
  byAppointment: boolean;
  openOnHolidays: boolean;
  besides?: Besides;
}
export const hasWeekdays = (kind: DatedHours['kind']): boolean => kind === 'instead' || kind === 'term';
export const newDated = (): DatedHours => ({
  kind: 'closed',
  from: '',
  to: '',
  days: [],
  opens: '09:00',
  closes: '12:00',
  byAppointment: false,
  openOnHolidays: false,
});

const lengthOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

function kindOf(row: Schedule): DatedHours['kind'] | undefined {
  const { validFrom, validTo } = row;
  const terms = ['validFrom', 'validTo', 'openOnHolidays', ...besides] as const;
  const length = validFrom && validTo ? lengthOf(validFrom, validTo) : undefined;
  if (length !== undefined && length < 1) return undefined;
  if (length !== undefined && saysOnly(row, terms)) return 'closed';
  if (!hasTimes(row)) return undefined;
  if (length !== undefined && length <= longestException && saysOnly(row, [...terms, 'opensAt', 'closesAt', 'byAppointment']))
    return 'other';
  const isWeekly = row.freq === 'WEEKLY' && row.byday !== null && validFrom !== null;
  if (!isWeekly || !saysOnly(row, [...terms, 'season', 'freq', 'byday', 'opensAt', 'closesAt', 'byAppointment'])) return undefined;
  if (row.season === 'own_dates') return length === undefined ? undefined : 'instead';
  return row.season === null && length !== 1 ? 'term' : undefined;
}

/** What a row says of certain dates; `undefined` for any other row. */
export function readDated(row: Schedule): DatedHours | undefined {
  const kind = kindOf(row);
  const named = row.byday ? row.byday.split(',') : [];
  const days = weekDays.filter((day) => named.includes(day));
  if (!kind || row.validFrom === null || days.length !== named.length) return undefined;
  const { validFrom: from, validTo, byAppointment, openOnHolidays } = row;
  const to = validTo === from && kind !== 'instead' ? '' : (validTo ?? '');
  return { kind, from, to, days, opens: row.opensAt ?? '', closes: row.closesAt ?? '', byAppointment, openOnHolidays, ...besidesOf(row) };
}

export function writeDated({ kind, from, to, days, opens, closes, byAppointment, openOnHolidays, besides: said }: DatedHours): Schedule {
  const dates = { ...emptyRow, ...said, validFrom: from || null, validTo: to || (hasWeekdays(kind) ? null : from || null), openOnHolidays };
  if (kind === 'closed') return dates;
  const hours = { ...dates, opensAt: opens || null, closesAt: closes || null, byAppointment };
  if (kind === 'other') return hours;
  return { ...hours, freq: 'WEEKLY', byday: days.join(), season: kind === 'instead' ? 'own_dates' : null };
}

/** What is still wrong with it; the key of a message. */
export function datedProblem({ kind, from, to, days, opens, closes }: DatedHours): string | undefined {
  if (from === '') return 'care.dated.from_missing';
  if (to !== '' && lengthOf(from, to) < 1) return 'care.dated.backwards';
  if (kind === 'closed') return undefined;
  if (kind === 'other' && to !== '' && lengthOf(from, to) > longestException) return 'care.dated.too_long';
  if (kind === 'instead' && to === '') return 'care.dated.to_missing';
  if (hasWeekdays(kind) && days.length === 0) return 'care.dated.days_missing';
  if (kind === 'term' && to === from) return 'care.dated.one_day';
  return opens === '' || closes === '' || opens === closes ? 'care.dated.times_missing' : undefined;
}
