import { useMemo } from 'react';
import { localeOf } from '../../../platform/i18n/index.ts';
import { useLanguage } from '../../../workspace/language.tsx';

export interface CalendarDays {
  /** « lundi 8 février 2027 ». */
  day: (iso: string) => string;
  range: (days: { firstDay: string; lastDay: string }) => string;
  /** The same day in the Hijri calendar, as the Umm al-Qura tables have it. */
  hijri: (iso: string) => string;
}

/** A day stays on the line of its month; French calls the first « 1er ». */
const keepDay = (date: string): string => date.replace(/(?<=^|\s)1 (?=\p{L})/u, '1er ').replace(/(?<=\d|1er) (?=\p{L})/u, '\u00a0');

/** Days of the calendar in the reader's language, in both calendars; they have no time zone. */
export function useCalendarDays(): CalendarDays {
  const { language, t } = useLanguage();
  return useMemo(() => {
    const locale = localeOf(language);
    const long = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    const moon = new Intl.DateTimeFormat(locale, {
      calendar: 'islamic-umalqura',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const own = (text: string): string => (language === 'fr' ? keepDay(text) : text);
    const day = (iso: string): string => own(long.format(new Date(iso)));
    return {
      day,
      range: ({ firstDay, lastDay }) =>
        firstDay === lastDay ? day(firstDay) : t('care.calendar.range', { from: day(firstDay), to: day(lastDay) }),
      // Without the name of the era, which each sentence says in its own words.
      hijri: (iso) => {
        const parts = moon.formatToParts(new Date(iso));
        const read = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
        return own(`${read('day')} ${read('month')} ${read('year')}`);
      },
    };
  }, [language, t]);
}
