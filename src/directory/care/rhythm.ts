import type { UpdateState } from './lists.ts';

/** Whatever the rhythm, facts older than this many months must be looked at. */
const longest = 16;

/** The same day some months later, or the last of that month where it has no such day; days are `YYYY-MM-DD`. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** How the facts of a service stand; the database counts by `directory.update_state`, which says the same. */
export function updateState(assured: string | null, rhythmMonths: number | null, today: string): UpdateState {
  if (rhythmMonths === null) return 'not_asked';
  if (assured === null) return 'never_confirmed';
  if (today > monthsAfter(assured, Math.min(2 * rhythmMonths, longest))) return 'update_mandatory';
  return today > monthsAfter(assured, rhythmMonths) ? 'update_advised' : 'up_to_date';
}
