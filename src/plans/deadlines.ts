import type { StageSetting, VersionRow } from './contract.ts';
import { type Stage, stages } from './lists.ts';

export interface StageState {
  setting: StageSetting;
  state: 'done' | 'now' | 'ahead';
  /** The day it was over; null while it is not. */
  endedOn: string | null;
  /** By when it is to be over; null where nothing says so, or where the stage before it is not over yet. */
  dueOn: string | null;
  isLate: boolean;
}

/** A day so many months later; the last of its month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What of a plan's life is over, what is to be done now and by when, as the region's settings say. Days are ISO days of the region. */
export function stagesOf(
  { stage, mandateStartsOn }: { stage: Stage; mandateStartsOn: string },
  versions: readonly VersionRow[],
  settings: readonly StageSetting[],
  today: string,
): StageState[] {
  const now = stages.indexOf(stage);
  // The newest day counts: a stage that was gone back to ended when it ended last.
  const endOf = (key: Stage): string | null =>
    versions.filter((v) => v.endsStage && v.stage === key).sort((a, b) => b.number - a.number)[0]?.reachedOn ?? null;
  return settings.map((setting): StageState => {
    const at = stages.indexOf(setting.key);
    const isDone = at < now;
    const before = stages[at - 1];
    const previous = before && at <= now ? endOf(before) : null;
    const dueOn =
      setting.monthsAfterStart !== null
        ? addMonths(mandateStartsOn, setting.monthsAfterStart)
        : setting.daysAfterPrevious !== null && previous !== null
          ? addDays(previous, setting.daysAfterPrevious)
          : null;
    const endedOn = isDone ? endOf(setting.key) : null;
    return {
      setting,
      state: isDone ? 'done' : at === now ? 'now' : 'ahead',
      endedOn,
      dueOn,
      isLate: dueOn !== null && (endedOn ?? today) > dueOn && (isDone ? endedOn !== null : true),
    };
  });
}
