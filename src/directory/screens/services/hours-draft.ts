import type { Fields } from '../answers.ts';
import type { Touched } from './record-draft.ts';
import { readWeeks, type WeekHours, writeWeeks } from './week-hours.ts';

/** A service as it is typed. */
export interface ServiceDraft {
  touched: Touched<Fields>;
  /** Hours as they stand in their tables: half a date says nothing yet as a row, and would be lost on the way back. */
  hours?: WeekHours;
}

/** The tables of hours, as they were typed or else as the record says them. */
export const hoursOf = ({ hours }: ServiceDraft, { schedules }: Pick<Fields, 'schedules'>): WeekHours => hours ?? readWeeks(schedules);

/** What typing in these tables makes of the draft. */
export const withHours = ({ touched }: ServiceDraft, hours: WeekHours): ServiceDraft => ({
  hours,
  touched: { ...touched, schedules: writeWeeks(hours) },
});
