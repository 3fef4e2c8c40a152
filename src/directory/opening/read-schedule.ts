import { type Day, dayOf, minutesPerDay } from './day.ts';
import { type Days, isNamed } from './recurrence.ts';
import { longestException, ownDates, type Schedule, type Season, seasons } from './schedule.ts';

/** A time of day a source wrote; without an offset it is what the clock of the place shows. */
interface WrittenTime {
  minutes: number;
  offset: number | undefined;
}
/** On which days a row holds. */
export interface Rule {
  first: Day;
  last: Day;
  days: Days;
  season: Season | undefined;
  /** Length in days of a period with hours of its own, from `first` to `last`: the shorter wins. */
  period: number | undefined;
  /** Length in days of what was said for a few dates only: it wins over everything else, the shorter over the longer. */
  exception: number | undefined;
}
export const holdsOn = (rule: Rule, day: Day): boolean => rule.first <= day && day <= rule.last && isNamed(rule.days, day);

export interface HoursRule extends Rule {
  kind: 'hours';
  opens: number;
  /** After 1440 when it closes on the next day. */
  closes: number;
  offset: number | undefined;
  byAppointment: boolean;
  onHolidays: boolean;
}
/** A row without opening time: the days on which nobody is there. */
export interface ClosedRule extends Rule {
  kind: 'closed';
  /** Between two dates, whatever the time of the year. */
  dated: boolean;
}
export interface ReadSchedules {
  hours: HoursRule[];
  closed: ClosedRule[];
  /** The last day of the rows that say when in a way that cannot be read for certain; minus infinity when there is none. */
  unsureUntil: Day;
  /** Someone must be asked for an appointment, at times nobody wrote down. */
  appointment: boolean;
  /** What was written for people to read, and the last day it is true. */
  texts: { text: string; last: Day }[];
  /** Where its sessions are listed or booked. */
  links: { url: string; last: Day }[];
}

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const never = Number.POSITIVE_INFINITY;

function readTime(text: string | null | undefined, timezone: number | null | undefined): WrittenTime | undefined {
  const match = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i.exec(text?.trim() ?? '');
  if (!match) return undefined;
  const [, hours, rest, zone] = match;
  const minutes = Number(hours) * 60 + Number(rest);
  if (minutes > minutesPerDay) return undefined;
  const [, sign, zoneHours = '0', zoneMinutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '') ?? [];
  const written = zone === undefined ? undefined : (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  return { minutes, offset: written ?? (typeof timezone === 'number' ? timezone * 60 : undefined) };
}

const isEmpty = (text: string | null | undefined): boolean => (text ?? '').trim() === '';
/** What sources write where they have nothing to add: HSDS 1 had a mark for it. */
const closedWords = /^(closed|ferm[ée]e?|cerrado|مغلق)\.?$/i;
const textsOf = (row: Schedule): string[] =>
  [row.description, row.notes].flatMap((text) => (text && !isEmpty(text) && !closedWords.test(text.trim()) ? [text.trim()] : []));

/** Whole numbers between commas; `undefined` when one is none, an empty list when nothing is written. */
function readNumbers(text: string | null | undefined, limit: number): number[] | undefined {
  if (isEmpty(text)) return [];
  const numbers = (text ?? '').split(',').map((part) => Number(part.trim()));
  return numbers.every((n) => Number.isInteger(n) && n !== 0 && Math.abs(n) <= limit) ? numbers : undefined;
}
const isNth = ({ nth }: { nth: number }): boolean => nth !== 0;
function readDays(text: string | null | undefined): { nth: number; weekday: number }[] | undefined {
  if (isEmpty(text)) return [];
  const days = (text ?? '').split(',').map((part) => {
    const [, nth = '0', code = ''] = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/i.exec(part.trim()) ?? [];
    return { nth: Number(nth), weekday: dayCodes.indexOf(code.toUpperCase()) };
  });
  return days.every(({ weekday }) => weekday >= 0) ? days : undefined;
}

/** The days a row repeats on; `undefined` when it does not say which for certain. */
function readRepetition(row: Schedule, start: Day | undefined): Days | undefined {
  const byday = readDays(row.byday);
  const bymonthday = readNumbers(row.bymonthday, 31);
  const byyearday = readNumbers(row.byyearday, 366);
  const byweekno = readNumbers(row.byweekno, 53);
  const interval = row.interval ?? 1;
  const weekStart = isEmpty(row.wkst) ? 0 : dayCodes.indexOf((row.wkst ?? '').toUpperCase());
  if (!byday || !bymonthday || !byyearday || !byweekno || weekStart < 0 || !Number.isInteger(interval) || interval < 1) return undefined;
  const monthly = row.freq === 'MONTHLY';
  if (!monthly && row.freq !== 'WEEKLY' && !(isEmpty(row.freq) && byday.length > 0)) return undefined;
  // Only a month has a second Monday, and every second week needs a first one to count from.
  if (!monthly && byday.some(isNth)) return undefined;
  const needsStart = interval > 1 || byday.length + bymonthday.length + byyearday.length === 0;
  if (needsStart && start === undefined) return undefined;
  return { monthly, interval, start: start ?? 0, weekStart, byday, bymonthday, byyearday, byweekno };
}

const longestCount = 366 * 30;
/** The last of `count` days; `undefined` when there is no first one to count from. */
function lastOfCount(count: number, start: Day | undefined, days: Days): Day | undefined {
  if (start === undefined || !Number.isInteger(count) || count < 1) return undefined;
  for (let day = start, left = count; day < start + longestCount; day++) if (isNamed(days, day) && --left === 0) return day;
  return never;
}

/** Days from the first to the last on which a row is valid; `undefined` when it does not give both. */
function lengthOf(row: Schedule): number | undefined {
  const from = dayOf(row.valid_from);
  const to = dayOf(row.valid_to);
  return from === undefined || to === undefined || to < from ? undefined : to - from + 1;
}

/** In which time of the year a row holds; `undefined` when that cannot be known. */
function readTimeOfYear(row: Schedule): Pick<Rule, 'season' | 'period'> | undefined {
  if (isEmpty(row.season)) return { season: undefined, period: undefined };
  if (row.season === ownDates) {
    const period = lengthOf(row);
    return period === undefined ? undefined : { season: undefined, period };
  }
  const season = seasons.find((one) => one === row.season);
  return season && { season, period: undefined };
}

const repeats = (row: Schedule): boolean =>
  ![row.freq, row.byday, row.bymonthday, row.byyearday, row.byweekno].every((text) => isEmpty(text));

/** HSDS 1 kept exceptions apart (`holiday_schedules`); since then they are rows with two dates near each other and no repetition. */
function exceptionOf(row: Schedule): number | undefined {
  const length = row.season === ownDates ? undefined : lengthOf(row);
  return length === 1 || (length !== undefined && length <= longestException && !repeats(row)) ? length : undefined;
}

const lastDayOf = (row: Schedule): Day => Math.min(dayOf(row.until) ?? never, dayOf(row.valid_to) ?? never);

function readRule(row: Schedule, days: Days | undefined): Rule | undefined {
  const start = dayOf(row.dtstart);
  const time = readTimeOfYear(row);
  if (days === undefined || !time) return undefined;
  const counted = row.count === null || row.count === undefined ? never : lastOfCount(row.count, start, days);
  if (counted === undefined) return undefined;
  return {
    first: Math.max(start ?? -never, dayOf(row.valid_from) ?? -never),
    last: Math.min(lastDayOf(row), counted),
    days,
    ...time,
    exception: exceptionOf(row),
  };
}

/** The days meant by a row that gives dates and no repetition. */
function readDates(row: Schedule): Days | undefined {
  if (exceptionOf(row) !== undefined || row.season === ownDates) return 'every';
  return isEmpty(row.valid_from) && isEmpty(row.valid_to) ? dayOf(row.dtstart) : undefined;
}

/**
 * A row without times names closed days when it says which: a repetition, one date, or two dates or a season and nothing else.
 * Two dates and a text may as well be hours written out (« from September to June, 9 to 12 »): that is for people to read.
 */
function readClosed(row: Schedule): ClosedRule | undefined {
  const dated = dayOf(row.valid_from) !== undefined && dayOf(row.valid_to) !== undefined;
  const saysWhen = exceptionOf(row) === 1 || ((dated || !isEmpty(row.season)) && textsOf(row).length === 0);
  const rule = readRule(row, repeats(row) ? readRepetition(row, dayOf(row.dtstart)) : saysWhen ? 'every' : undefined);
  return rule && { ...rule, kind: 'closed', dated: dated && !repeats(row) };
}

function readHours(row: Schedule): HoursRule | undefined {
  const opens = readTime(row.opens_at, row.timezone);
  const closes = readTime(row.closes_at, row.timezone);
  const rule = readRule(row, repeats(row) ? readRepetition(row, dayOf(row.dtstart)) : readDates(row));
  if (!rule || !opens || !closes || opens.offset !== closes.offset || opens.minutes === minutesPerDay) return undefined;
  // 23:59 is how forms write the end of the day; the same time twice says « all day » only at midnight.
  let end = closes.minutes === minutesPerDay - 1 ? minutesPerDay : closes.minutes;
  if (end === opens.minutes && end !== 0) return undefined;
  if (end <= opens.minutes) end += minutesPerDay;
  return {
    ...rule,
    kind: 'hours',
    opens: opens.minutes,
    closes: end,
    offset: opens.offset,
    byAppointment: row.by_appointment === true,
    onHolidays: row.open_on_holidays === true,
  };
}

/** Reads what a service says of its hours. Nothing is guessed: a row that can be meant in two ways makes the whole unsure. */
export function readSchedules(rows: readonly Schedule[]): ReadSchedules {
  const read: ReadSchedules = { hours: [], closed: [], unsureUntil: -never, appointment: false, texts: [], links: [] };
  for (const row of rows) {
    for (const text of textsOf(row)) read.texts.push({ text, last: lastDayOf(row) });
    if (row.schedule_link && !isEmpty(row.schedule_link)) read.links.push({ url: row.schedule_link.trim(), last: lastDayOf(row) });
    const hasTimes = !isEmpty(row.opens_at) || !isEmpty(row.closes_at);
    const hours = hasTimes ? readHours(row) : undefined;
    const closed = hasTimes || row.by_appointment ? undefined : readClosed(row);
    if (hours) read.hours.push(hours);
    else if (closed) read.closed.push(closed);
    else if (hasTimes || (repeats(row) && !row.by_appointment)) read.unsureUntil = Math.max(read.unsureUntil, lastDayOf(row));
    else if (row.by_appointment) read.appointment = true;
  }
  return read;
}
