import { dayIn, dayOf } from './day.ts';
import type { PeriodProblem } from './lists.ts';
import { type Season, seasons } from './schedule.ts';

export const periodKinds = ['holiday', ...seasons] as const;
export type PeriodKind = 'holiday' | Season;

/** Most days one period lasts: a feast with a day added to it, a month of the moon, a summer from June to September. */
export const mostDays = { holiday: 5, ramadan: 30, summer: 122 } as const satisfies Record<PeriodKind, number>;

/** One entry of the calendar: what falls when, in the year it is kept under. */
export interface Period {
  key: string;
  year: number;
  kind: string;
  firstDay: string;
  lastDay: string;
}

const isKind = (kind: string): kind is PeriodKind => periodKinds.some((known) => known === kind);

/** Why a period cannot stand among the others; `undefined` when it can. The same rule on the device and on the server. */
export function periodProblem(period: Period, others: readonly Period[]): PeriodProblem | undefined {
  const { key, year, kind, firstDay, lastDay } = period;
  if (!isKind(kind)) return 'period_kind_unknown';
  const first = dayOf(firstDay) ?? Number.NaN;
  const last = dayOf(lastDay) ?? Number.NaN;
  if (!(first <= last)) return 'period_backwards';
  if (last - first + 1 > mostDays[kind]) return 'period_too_long';
  // The moon may carry the last night of a year into the next one.
  if (first < dayIn(year, 1, 1) - 2 || first > dayIn(year, 12, 31) + 2) return 'period_other_year';
  const overlaps = others.some(
    (other) => other.kind === kind && (other.key !== key || other.year !== year) && other.firstDay <= lastDay && firstDay <= other.lastDay,
  );
  return overlaps ? 'period_overlaps' : undefined;
}
