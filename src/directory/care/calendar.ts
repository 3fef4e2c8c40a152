import type { z } from 'zod';
import type { PoolClient } from 'pg';
import { type AnyHandler, type Decision, type DomainEvent, handler, refuse } from '../../platform/commands/handler.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Statement } from '../../platform/database/batch.ts';
import { happened } from './acting.ts';
import { periodProblem } from '../opening/period.ts';
import { type EnteredPeriod, listEntered } from './calendar-store.ts';
import {
  confirmCalendarPeriodSchema,
  editorRoles,
  removeCalendarPeriodSchema,
  type SetCalendarPeriod,
  setCalendarPeriodSchema,
} from './contract.ts';

type Named = z.infer<typeof confirmCalendarPeriodSchema>;

/** All that stands, while nobody else enters dates: two editors could each enter one that overlaps the other's. */
async function loadCalendar(tx: PoolClient): Promise<EnteredPeriod[]> {
  await tx.query('select pg_advisory_xact_lock(727005)');
  return (await listEntered(tx)).entered;
}
const find = (entered: readonly EnteredPeriod[], { key, year }: Named): EnteredPeriod | undefined =>
  entered.find((period) => period.key === key && period.year === year);

const factsOf = ({ kind, firstDay, lastDay, names, confirmed }: EnteredPeriod | SetCalendarPeriod) => ({
  kind,
  firstDay,
  lastDay,
  names,
  confirmed,
});
/** What happens to the calendar, with what stood before. */
const changed = (kind: string, { key, year }: Named, actor: Actor, before: EnteredPeriod | undefined, after: object | null): Decision =>
  happened(kind, { key, year, before: before ? factsOf(before) : null, after }, actor);

/** Whether something else is said than what stands; the languages of a name in any order. */
const isSame = (before: EnteredPeriod, wished: SetCalendarPeriod): boolean => {
  const sorted = ({ names, ...facts }: ReturnType<typeof factsOf>) => JSON.stringify([facts, Object.entries(names).sort()]);
  return sorted(factsOf(before)) === sorted(factsOf(wished));
};

const writeSet = ({ payload: { key, year, after } }: DomainEvent, actor: Actor): Statement[] => {
  const { kind, firstDay, lastDay, names, confirmed } = after as ReturnType<typeof factsOf>;
  return [
    {
      // Where the date was read before says nothing of the new one.
      text: `insert into directory.calendar_period as p (key, year, kind, first_day, last_day, names, confirmed, edited, edited_by, edited_at)
        values ($1, $2, $3, $4, $5, $6, $7, true, $8, now())
        on conflict (key, year) do update set kind = excluded.kind, first_day = excluded.first_day, last_day = excluded.last_day,
          names = excluded.names, confirmed = excluded.confirmed, source_url = null, note = null, edited = true, removed = false,
          edited_by = excluded.edited_by, edited_at = excluded.edited_at`,
      values: [key, year, kind, firstDay, lastDay, names, confirmed, actor.userId],
    },
  ];
};

/** A date of the year, entered, moved or announced. Opening hours follow at once: the version of the directory moves on. */
export const setCalendarPeriod: AnyHandler = handler<SetCalendarPeriod, EnteredPeriod[]>({
  kind: 'directory.set_calendar_period',
  schema: setCalendarPeriodSchema,
  roles: editorRoles,
  load: loadCalendar,
  decide(entered, wished, actor) {
    const problem = periodProblem(wished, entered);
    if (problem) return refuse(problem);
    const before = find(entered, wished);
    return before && isSame(before, wished) ? { events: [] } : changed('calendar_period_set', wished, actor, before, factsOf(wished));
  },
  write: writeSet,
});

export const confirmCalendarPeriod: AnyHandler = handler<Named, EnteredPeriod[]>({
  kind: 'directory.confirm_calendar_period',
  schema: confirmCalendarPeriodSchema,
  roles: editorRoles,
  load: loadCalendar,
  decide(entered, named, actor) {
    const before = find(entered, named);
    if (!before) return refuse('period_not_found');
    if (before.confirmed) return { events: [] };
    return changed('calendar_period_confirmed', named, actor, before, { ...factsOf(before), confirmed: true });
  },
  write: ({ payload: { key, year } }, actor) => [
    {
      text: `update directory.calendar_period set confirmed = true, note = null, edited = true, edited_by = $3, edited_at = now()
        where key = $1 and year = $2`,
      values: [key, year, actor.userId],
    },
  ],
});

export const removeCalendarPeriod: AnyHandler = handler<Named, EnteredPeriod[]>({
  kind: 'directory.remove_calendar_period',
  schema: removeCalendarPeriodSchema,
  roles: editorRoles,
  load: loadCalendar,
  decide(entered, named, actor) {
    const before = find(entered, named);
    return before ? changed('calendar_period_removed', named, actor, before, null) : refuse('period_not_found');
  },
  write: ({ payload: { key, year } }, actor) => [
    {
      text: `update directory.calendar_period set removed = true, edited = true, edited_by = $3, edited_at = now()
        where key = $1 and year = $2`,
      values: [key, year, actor.userId],
    },
  ],
});
