import { localeOf } from '../../platform/i18n/index.ts';

const kept = new Map<string, Intl.NumberFormat>();
/** A number as a language writes it. */
export function numberIn(language: string, value: number): string {
  let format = kept.get(language);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 });
    kept.set(language, format);
  }
  return format.format(value);
}

const days = new Map<string, Intl.DateTimeFormat>();
/** A day inside a sentence, as a language writes it. */
export function dayIn(language: string, day: string): string {
  let format = days.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
    days.set(language, format);
  }
  return format.format(new Date(day));
}
