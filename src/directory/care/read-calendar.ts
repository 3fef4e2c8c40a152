import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { datesToEnter } from '../opening/dates-to-enter.ts';
import { dayOf } from '../opening/day.ts';
import { type ComputedPeriod, computedDates } from '../opening/lunar.ts';
import type { Period } from '../opening/period.ts';
import { type EnteredPeriod, listEntered } from './calendar-store.ts';
import type { calendarSchema } from './contract.ts';

type CalendarView = z.infer<typeof calendarSchema>;
type CalendarDate = CalendarView['dates'][number];

const idOf = ({ key, year }: Pick<Period, 'key' | 'year'>): string => `${key} ${year}`;
const daysOf = ({ firstDay, lastDay }: Period) => ({ firstDay, lastDay });

/** One line of the year: what was entered beside what is computed, or what is computed alone. */
function dateOf(entered: EnteredPeriod | undefined, computed: ComputedPeriod | undefined, toDo: boolean): CalendarDate[] {
  const said = entered ?? computed;
  if (!said) return [];
  const { key, year, kind, names } = said;
  return [
    {
      key,
      year,
      kind,
      names: { ...names },
      ...daysOf(said),
      state: entered ? (entered.confirmed ? 'confirmed' : 'expected') : 'missing',
      computed: computed ? daysOf(computed) : null,
      toDo,
      editedAt: entered?.editedAt ?? null,
      editedBy: entered?.editedBy ?? null,
    },
  ];
}

/** One year as its editors see it; when none is asked for, the one where something waits, else the current one. */
export async function readCalendar(tx: PoolClient, asked: number | undefined): Promise<CalendarView> {
  const { today, entered } = await listEntered(tx);
  const waits = datesToEnter(entered, dayOf(today) ?? 0);
  const waiting = new Set(waits.map(idOf));
  const year = asked ?? waits[0]?.year ?? Number(today.slice(0, 4));
  const fixed = await tx.query<CalendarView['fixed'][number]>(
    `select f.key, make_date($1, f.month, f.day) as day, f.names from directory.fixed_holiday f
     where coalesce(f.since, 0) <= $1 and (f.month, f.day) <> (2, 29) order by f.month, f.day, f.key`,
    [year],
  );
  const ofYear = entered.filter((period) => period.year === year);
  const computed = new Map(computedDates(year).map((date) => [date.key, date]));
  const keys = new Set([...ofYear.map(({ key }) => key), ...computed.keys()]);
  const dates = [...keys].flatMap((key) =>
    dateOf(
      ofYear.find((period) => period.key === key),
      computed.get(key),
      waiting.has(idOf({ key, year })),
    ),
  );
  dates.sort((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : a.key < b.key ? -1 : 1));
  return { year, today, fixed: fixed.rows, dates };
}
