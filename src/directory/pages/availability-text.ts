import { localeOf, type Translate } from '../../platform/i18n/index.ts';

export interface Availability {
  state: 'places' | 'waiting_list' | 'closed';
  places: number | null;
  /** Last day it holds, `YYYY-MM-DD`. */
  until: string | null;
}

function said(t: Translate, { state, places }: Availability): string {
  if (state === 'waiting_list') return t('availability.waiting');
  if (state === 'closed') return t('availability.closed');
  return places === null ? t('availability.somePlaces') : t('availability.places', { n: places });
}

/** Whether there is room, as the organisation said last, in words. */
export function availabilityText(t: Translate, language: string, availability: Availability): string {
  const text = said(t, availability);
  if (!availability.until) return text;
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  return t('availability.until', { text, date: day.format(new Date(availability.until)) });
}
