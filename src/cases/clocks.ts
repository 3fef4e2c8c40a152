import { type CaseStatus, type ClockKind, type DelayKind, isClosed } from './lists.ts';

const day = 86_400_000;

/** A delay as it is set: by the region, or by the cell instead. `days` counts calendar days. */
export interface Delay {
  kind: DelayKind;
  need: string | null;
  days: number;
  source: string;
  sourceAr: string | null;
  /** Whether the cell set it for itself. */
  own: boolean;
}
/** A clock as it stands: `dueAt` has already moved on by every pause that is over. */
export interface Clock {
  kind: ClockKind;
  dueAt: Date;
  pausedAt: Date | null;
  stoppedAt: Date | null;
}

/**
 * The delay that binds a case: of those that fit its needs the shortest, a need's own before the general one, the cell's before the region's.
 */
export function delayFor(kind: ClockKind, needs: readonly string[], delays: readonly Delay[]): Delay | undefined {
  const fitting = delays.filter((d) => d.kind === kind && (d.need === null || needs.includes(d.need)));
  const rank = (d: Delay): number => (d.own ? 2 : 0) + (d.need === null ? 0 : 1);
  const best = Math.max(...fitting.map(rank));
  return fitting.filter((d) => rank(d) === best).sort((a, b) => a.days - b.days)[0];
}

export const dueAt = (startedAt: Date, days: number): Date => new Date(startedAt.getTime() + days * day);

/** What a new state does to a running clock. Waiting for the person is not the cell's delay; a first action acknowledges the request. */
export function effectOn(clock: Clock, to: CaseStatus): 'stop' | 'pause' | 'resume' | undefined {
  if (clock.stoppedAt) return undefined;
  if (isClosed(to) || (clock.kind === 'acknowledge' && to !== 'open')) return 'stop';
  if (to === 'waiting_person') return clock.pausedAt ? undefined : 'pause';
  return clock.pausedAt ? 'resume' : undefined;
}

/** Where the end of a clock moves when it runs again: on by as long as it stood still. */
export function resumedDue(clock: { dueAt: Date; pausedAt: Date }, at: Date): Date {
  return new Date(clock.dueAt.getTime() + Math.max(0, at.getTime() - clock.pausedAt.getTime()));
}

/** Days until it is due, rounded up; negative once it is late. A paused clock has none. */
export function daysLeft(clock: Clock, now: Date): number | undefined {
  return clock.stoppedAt || clock.pausedAt ? undefined : Math.ceil((clock.dueAt.getTime() - now.getTime()) / day);
}
