import { direction, localeOf, type Translate } from '../../platform/i18n/index.ts';
import type { Holiday, OpeningCalendar } from '../opening/calendar.ts';
import { dateOf, type Day, minutesPerDay } from '../opening/day.ts';
import type { OpeningOverview } from '../opening/overview.ts';
import type { OpeningState } from '../opening/state.ts';
import type { WallSpan } from '../opening/week.ts';
import type { Minute } from '../opening/zone.ts';

/** Digits and their signs keep their own direction inside Arabic (LRI … PDI). */
const apart = (text: string, language: string): string => (direction(language) === 'rtl' ? `\u2066${text}\u2069` : text);

/** Minutes after midnight as the clock shows them: « 8 h 30 » in French, « 8:30 » elsewhere. */
export function clockTime(minutes: number, language: string): string {
  const hours = Math.floor(minutes / 60) % 24;
  const rest = String(minutes % 60).padStart(2, '0');
  if (language === 'fr') return minutes % 60 === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${rest}`;
  return apart(`${hours}:${rest}`, language);
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatDay(day: Day, language: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${Object.keys(options).join()}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  const text = format.format(dateOf(day));
  // French says « 1er » where Intl says « 1 ».
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}
export const weekdayName = (day: Day, language: string): string => formatDay(day, language, { weekday: 'long' });
export const dayAndMonth = (day: Day, language: string): string => formatDay(day, language, { day: 'numeric', month: 'long' });
export const fullDate = (day: Day, language: string): string =>
  formatDay(day, language, { day: 'numeric', month: 'long', year: 'numeric' });

/** « à 14 h », « demain à 8 h 30 », « lundi à 8 h 30 », « le 5 janvier à 9 h ». */
function momentText(t: Translate, moment: Minute, calendar: OpeningCalendar, today: Day, language: string): string {
  const local = calendar.zone.localOf(moment);
  const day = Math.floor(local / minutesPerDay);
  const time = clockTime(local % minutesPerDay, language);
  if (day === today) return t('directory.hours.at', { time });
  if (day === today + 1) return t('directory.hours.tomorrow', { time });
  if (day < today + 7) return t('directory.hours.weekday', { day: weekdayName(day, language), time });
  return t('directory.hours.date', { day: weekdayName(day, language), date: dayAndMonth(day, language), time });
}

export function holidayName(t: Translate, holiday: Holiday, language: string): string {
  const name = holiday.names[language] ?? holiday.names.fr ?? '';
  return holiday.confirmed ? name : t('directory.hours.toBeConfirmed', { name });
}

/** One plain sentence: open until when, or closed until when. `reach` is how someone unsure can ask. */
export function openingLine(
  t: Translate,
  language: string,
  state: OpeningState,
  { calendar, today }: OpeningOverview,
  reach: 'phone' | 'other' | 'short',
): string {
  switch (state.kind) {
    case 'open':
      return state.closesAt === null
        ? t('directory.hours.always')
        : t('directory.hours.open', { when: momentText(t, state.closesAt, calendar, today, language) });
    case 'closed': {
      const holiday = state.holiday ? holidayName(t, state.holiday, language) : undefined;
      const when = state.opensAt === null ? undefined : momentText(t, state.opensAt, calendar, today, language);
      if (when === undefined) return holiday ? t('directory.hours.closedNowFor', { holiday }) : t('directory.hours.closedNow');
      return holiday ? t('directory.hours.closedFor', { holiday, when }) : t('directory.hours.closed', { when });
    }
    case 'by_appointment':
      return t('directory.hours.byAppointment');
    case 'unknown':
      return reach === 'phone'
        ? t('directory.hours.unknown')
        : reach === 'short'
          ? t('directory.hours.unknownShort')
          : t('directory.hours.unknownAsk');
  }
}

function spanText(t: Translate, { opens, closes, byAppointment }: WallSpan, language: string): string {
  const range =
    closes - opens >= minutesPerDay
      ? t('directory.hours.dayAndNight')
      : t('directory.hours.range', { from: clockTime(opens, language), to: clockTime(closes, language) });
  return byAppointment ? t('directory.hours.rangeAsked', { range }) : range;
}

/** « 8 h 30 – 12 h, 14 h – 16 h 30 », said with words where signs would be read in another order. */
export const spansText = (t: Translate, spans: readonly WallSpan[], language: string): string =>
  spans.map((span) => spanText(t, span, language)).join(language === 'ar' ? '، ' : ', ');

// 5 January 1970 was a Monday.
const monday = 4;
/** « lundi », « du lundi au vendredi ». Days follow each other; 0 is Monday. */
export function weekdaysText(t: Translate, weekdays: readonly number[], language: string): string {
  const [first = 0] = weekdays;
  const last = weekdays.at(-1) ?? first;
  const from = weekdayName(monday + first, language);
  return first === last ? from : t('directory.hours.days', { from, to: weekdayName(monday + last, language) });
}
