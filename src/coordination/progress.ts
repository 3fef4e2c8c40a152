import { type Signal, signals } from './lists.ts';

/** A step as the roll-up sees it. */
export interface CountedStep {
  weight: number;
  ending: 'done' | 'dropped' | null;
  isMilestone: boolean;
  /** Something dated and showable stands behind it. */
  isProven: boolean;
}
export interface Share {
  /** 0…1; null where nothing says how far it came. */
  progress: number | null;
  weight: number;
}

/** A milestone without its proof is a promise: it counts as not yet done. */
const counts = (step: CountedStep): boolean => step.ending === 'done' && (!step.isMilestone || step.isProven);

/** How far an action came, by the weight of its steps; a dropped one weighs nothing. Null without a step: nobody has said what there is to do. */
export function progressOfSteps(steps: readonly CountedStep[]): number | null {
  return weightedMean(steps.filter((s) => s.ending !== 'dropped').map((s) => ({ weight: s.weight, progress: counts(s) ? 1 : 0 })));
}

/** The mean of what is known, by weight. What nobody knows counts as not begun: silence does not raise a mean. Null when nothing is known. */
export function weightedMean(shares: readonly Share[]): number | null {
  const weight = shares.reduce((sum, s) => sum + s.weight, 0);
  if (weight === 0 || shares.every((s) => s.progress === null)) return null;
  return shares.reduce((sum, s) => sum + s.weight * (s.progress ?? 0), 0) / weight;
}

export interface Pace {
  status: string;
  /** ISO day; of the first step that is due and not ended, or of its own end. */
  nextDue: string | null;
  hasBlocker: boolean;
  /** When anything was last told, done or proven. */
  movedAt: Date;
  rhythmDays: number;
}
const dayMs = 86_400_000;

/** What stands out of an action that runs; `today` is the region's day. */
export function signalsOf({ status, nextDue, hasBlocker, movedAt, rhythmDays }: Pace, today: string): Signal[] {
  if (status !== 'under_way') return [];
  const silent = Date.parse(`${today}T00:00:00Z`) - movedAt.getTime();
  return signals.filter(
    (signal) =>
      (signal === 'blocked' && hasBlocker) ||
      (signal === 'late' && nextDue !== null && nextDue < today) ||
      (signal === 'stalled' && silent > rhythmDays * dayMs),
  );
}
