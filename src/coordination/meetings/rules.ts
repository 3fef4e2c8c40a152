import type { Move } from '../rules.ts';
import type { MeetingStatus } from './lists.ts';

/** The life of a meeting: those who hold it move it, and once validated it is frozen. */
export const meetingMoves: readonly Move<MeetingStatus>[] = [
  { from: ['draft'], act: 'call', to: 'called', by: 'own' },
  { from: ['called'], act: 'hold', to: 'held', by: 'own' },
  { from: ['held'], act: 'validate', to: 'validated', by: 'own' },
  { from: ['draft', 'called'], act: 'cancel', to: 'cancelled', by: 'own', reason: true },
];
/** Whether what is prepared of it – agenda, groups, papers – may still be changed. */
export const isOpen = (status: MeetingStatus): boolean => status === 'draft' || status === 'called' || status === 'held';
/** Whether its day and its place may still be changed. */
export const isAhead = (status: MeetingStatus): boolean => status === 'draft' || status === 'called';

interface Ready {
  heldOn: string;
  begins: string | null;
  place: string;
  link: string | null;
}
/** What is still missing before a meeting is called, or held; `today` and days as YYYY-MM-DD. */
export function inTheWayOf(act: string, { heldOn, begins, place, link }: Ready, today: string): string | undefined {
  if (act === 'call') {
    if (heldOn < today) return 'meeting_day_past';
    if (begins === null) return 'meeting_hours_missing';
    if (place === '' && link === null) return 'meeting_place_missing';
  }
  return act === 'hold' && heldOn > today ? 'meeting_not_begun' : undefined;
}

interface Slot {
  id: string;
  day: number;
  minutes: number;
}
export interface Hours {
  from: string;
  until: string;
}
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const two = (n: number): string => String(n).padStart(2, '0');
const clockOf = (minute: number): string => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;

/** When each item of an agenda begins and ends: one after the other from the hour each day begins at (`HH:MM`). */
export function hoursOf(items: readonly Slot[], begins: string): Map<string, Hours> {
  const hours = new Map<string, Hours>();
  const reached = new Map<number, number>();
  for (const { id, day, minutes } of items) {
    const from = reached.get(day) ?? minuteOf(begins);
    reached.set(day, from + minutes);
    hours.set(id, { from: clockOf(from), until: clockOf(from + minutes) });
  }
  return hours;
}
/** By how many minutes the fullest day goes on after the hour it is to end at; 0 where it fits. */
export function minutesTooMany(items: readonly Slot[], begins: string, ends: string): number {
  const room = minuteOf(ends) - minuteOf(begins);
  const days = Map.groupBy(items, ({ day }) => day).values();
  return Math.max(0, ...[...days].map((day) => day.reduce((sum, { minutes }) => sum + minutes, 0) - room));
}
/** How many days a meeting lasts, from 1; both days as YYYY-MM-DD. */
export const daysOf = (heldOn: string, endedOn: string | null): number =>
  endedOn === null ? 1 : Math.round((Date.parse(endedOn) - Date.parse(heldOn)) / 86_400_000) + 1;
/** The days of a meeting by their number: 1, 2 … */
export const eachDay = (heldOn: string, endedOn: string | null): number[] =>
  Array.from({ length: daysOf(heldOn, endedOn) }, (_, place) => place + 1);
