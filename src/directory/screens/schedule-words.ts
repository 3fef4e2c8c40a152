import { localeOf, type Translate } from '../../platform/i18n/index.ts';
import type { Schedule } from './answers.ts';

export const weekDays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type WeekDay = (typeof weekDays)[number];

/** 1 January 2024 was a Monday. */
const dayName = (language: string, day: WeekDay): string =>
  new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + weekDays.indexOf(day)));

export function weekDayName(language: string, day: WeekDay): string {
  const name = dayName(language, day);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

const isWeekDay = (value: string): value is WeekDay => weekDays.some((day) => day === value);
const date = (language: string, iso: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));

/** One row of opening hours as a sentence: when, from when to when, and on what terms. */
export function scheduleWords(t: Translate, language: string, row: Schedule): string {
  const comma = t('workspace.list_comma');
  const days = (row.byday ?? '').split(',').map((day) => {
    const name = day.slice(-2);
    const which = day.slice(0, -2);
    const named = isWeekDay(name) ? dayName(language, name) : day;
    return which ? t('care.hours.nth', { day: named, nth: which }) : named;
  });
  const when = [
    row.dtstart && !row.freq ? date(language, row.dtstart) : '',
    row.byday ? days.join(comma) : '',
    row.bymonthday ? t('care.hours.month_days', { days: row.bymonthday.replaceAll(',', comma) }) : '',
    row.freq === 'WEEKLY' && !row.byday ? t('care.hours.every_day') : '',
    row.interval && row.interval > 1
      ? t(row.freq === 'MONTHLY' ? 'care.hours.every_months' : 'care.hours.every_weeks', { count: row.interval })
      : '',
  ];
  // First to last stands in that order for the eye in both directions of writing.
  const hours = row.opensAt && row.closesAt ? `\u2066${row.opensAt}–${row.closesAt}\u2069` : row.freq || row.dtstart ? '' : null;
  const terms = [
    row.byAppointment ? t('care.hours.by_appointment') : '',
    row.season ? t(`care.hours.${row.season}`) : '',
    row.validFrom || row.validTo
      ? t('care.hours.valid', {
          since: row.validFrom ? date(language, row.validFrom) : '…',
          until: row.validTo ? date(language, row.validTo) : '…',
        })
      : '',
    row.openOnHolidays ? t('care.hours.on_holidays') : '',
    row.description ?? '',
  ];
  const closed = hours === '' && !row.byAppointment && !row.description && row.dtstart ? t('care.hours.closed') : '';
  return [[...when, hours ?? '', closed].filter(Boolean).join(' '), ...terms].filter(Boolean).join(' · ');
}
