import type { Schedule as OpeningRow } from '../../opening/schedule.ts';
import type { Schedule } from '../answers.ts';

/** A row as the rules of opening read it. */
export const toOpening = (row: Schedule): OpeningRow => ({
  freq: row.freq,
  interval: row.interval,
  byday: row.byday,
  bymonthday: row.bymonthday,
  dtstart: row.dtstart,
  until: row.until,
  valid_from: row.validFrom,
  valid_to: row.validTo,
  opens_at: row.opensAt,
  closes_at: row.closesAt,
  season: row.season,
  by_appointment: row.byAppointment,
  open_on_holidays: row.openOnHolidays,
  description: row.description,
  count: row.count,
  byweekno: row.byweekno,
  byyearday: row.byyearday,
  wkst: row.wkst,
  timezone: row.timezone,
  schedule_link: row.scheduleLink,
  notes: row.notes,
});
