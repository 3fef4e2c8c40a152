/** Times of the year with hours of their own. When they run is data of the calendar. */
export const seasons = ['ramadan', 'summer'] as const;
export type Season = (typeof seasons)[number];
/** The time between a row's own two dates, which has hours of its own as a season has. */
export const ownDates = 'own_dates';
export const timesOfYear = [...seasons, ownDates] as const;
/** In days: the longest period whose hours take the place of the week's without saying so. */
export const longestException = 14;

/**
 * One row of HSDS `schedule` (an RFC 5545 rule), as the database or a source gives it, and three columns of ours.
 * A member that is absent says nothing.
 */
export interface Schedule {
  freq?: string | null;
  interval?: number | null;
  byday?: string | null;
  bymonthday?: string | null;
  byyearday?: string | null;
  byweekno?: string | null;
  wkst?: string | null;
  dtstart?: string | null;
  until?: string | null;
  count?: number | null;
  valid_from?: string | null;
  valid_to?: string | null;
  opens_at?: string | null;
  closes_at?: string | null;
  /** Hours ahead of UTC, for times that carry no offset of their own. */
  timezone?: number | null;
  description?: string | null;
  notes?: string | null;
  /** Where sessions are listed or booked. */
  schedule_link?: string | null;
  /** One of `timesOfYear`: holds then only, and instead of the others. */
  season?: string | null;
  by_appointment?: boolean | null;
  /** Holds on public holidays too. */
  open_on_holidays?: boolean | null;
}
