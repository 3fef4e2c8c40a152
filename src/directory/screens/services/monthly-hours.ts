import type { Schedule } from '../answers.ts';
import { type WeekDay, weekDays } from '../schedule-words.ts';
import { type Besides, besides, besidesOf, emptyRow, hasTimes, isAppointmentOnly, saysOnly } from './schedule-row.ts';

/** Which one of the month: a weekday's first to fourth, its last, or a date. */
export const whichOfMonth = ['1', '2', '3', '4', '-1', 'date'] as const;
export interface MonthlyOpening {
  which: (typeof whichOfMonth)[number];
  day: WeekDay;
  /** Of the month, from 1 to 31; only where `which` is a date. */
  date: string;
  opens: string;
  closes: string;
  byAppointment: boolean;
  openOnHolidays: boolean;
  besides?: Besides;
}
export const newMonthly = (): MonthlyOpening => ({
  which: '1',
  day: 'MO',
  date: '1',
  opens: '09:00',
  closes: '12:00',
  byAppointment: false,
  openOnHolidays: false,
});

type Moment = Pick<MonthlyOpening, 'which' | 'day' | 'date'>;
const isDate = (text: string): boolean => /^([1-9]|[12]\d|3[01])$/.test(text);

function momentsOf({ byday, bymonthday }: Schedule): Moment[] | undefined {
  if (byday && bymonthday) return undefined;
  if (bymonthday) {
    const dates = bymonthday.split(',');
    return dates.every(isDate) ? dates.map((date) => ({ which: 'date', day: 'MO', date })) : undefined;
  }
  const moments = (byday ?? '').split(',').map((text): Moment | undefined => {
    const [, nth, code] = /^\+?(-?\d)([A-Z]{2})$/.exec(text) ?? [];
    const which = whichOfMonth.find((one) => one === nth);
    const day = weekDays.find((one) => one === code);
    return which && day && { which, day, date: '1' };
  });
  return moments.every((moment) => moment !== undefined) ? moments : undefined;
}

/** The openings of a row that comes back every month alike; `undefined` for any other row. */
export function readMonthly(row: Schedule): MonthlyOpening[] | undefined {
  const isPlain =
    row.freq === 'MONTHLY' &&
    saysOnly(row, ['freq', 'byday', 'bymonthday', 'opensAt', 'closesAt', 'byAppointment', 'openOnHolidays', ...besides]) &&
    (hasTimes(row) || isAppointmentOnly(row));
  const { byAppointment, openOnHolidays } = row;
  const hours = { opens: row.opensAt ?? '', closes: row.closesAt ?? '', byAppointment, openOnHolidays, ...besidesOf(row) };
  return isPlain ? momentsOf(row)?.map((moment) => ({ ...moment, ...hours })) : undefined;
}

export const writeMonthly = ({
  which,
  day,
  date,
  opens,
  closes,
  byAppointment,
  openOnHolidays,
  besides: said,
}: MonthlyOpening): Schedule => ({
  ...emptyRow,
  ...said,
  freq: 'MONTHLY',
  ...(which === 'date' ? { bymonthday: date } : { byday: `${which}${day}` }),
  opensAt: opens || null,
  closesAt: closes || null,
  byAppointment,
  openOnHolidays,
});

export const isDateOfMonth = ({ which, date }: MonthlyOpening): boolean => which !== 'date' || isDate(date);
