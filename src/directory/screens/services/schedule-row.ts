import type { Schedule } from '../answers.ts';

/** A row that says nothing yet. */
export const emptyRow: Schedule = {
  freq: null,
  interval: null,
  byday: null,
  bymonthday: null,
  dtstart: null,
  until: null,
  validFrom: null,
  validTo: null,
  opensAt: null,
  closesAt: null,
  season: null,
  byAppointment: false,
  openOnHolidays: false,
  description: null,
  count: null,
  byweekno: null,
  byyearday: null,
  wkst: null,
  timezone: null,
  scheduleLink: null,
  attendingType: null,
  notes: null,
};

/** What a source says of hours beside when they are. No field shows it, and it comes back with them. */
export const besides = ['wkst', 'timezone', 'scheduleLink', 'attendingType', 'notes'] as const satisfies readonly (keyof Schedule)[];
export type Besides = Pick<Schedule, (typeof besides)[number]>;
export function besidesOf({ wkst, timezone, scheduleLink, attendingType, notes }: Schedule): { besides?: Besides } {
  const said: Besides = { wkst, timezone, scheduleLink, attendingType, notes };
  return Object.values(said).some((value) => value !== null) ? { besides: said } : {};
}

/** Whether a row says these things at most. What the tables cannot show stays as it is, word for word. */
export const saysOnly = (row: Schedule, members: readonly (keyof Schedule)[]): boolean =>
  Object.entries(row).every(
    ([name, value]) =>
      value === null || value === false || members.some((member) => member === name) || (name === 'interval' && value === 1),
  );

const clock = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const isClock = (text: string | null): text is string => text !== null && clock.test(text);
/** Whether both times are such as a field of a form can hold. */
export const hasTimes = ({ opensAt, closesAt }: Schedule): boolean => isClock(opensAt) && isClock(closesAt);
/** Whether it gives no time at all and only asks to call before. */
export const isAppointmentOnly = ({ opensAt, closesAt, byAppointment }: Schedule): boolean =>
  opensAt === null && closesAt === null && byAppointment;
