import { type Day, fieldsOf, isoOf } from './day.ts';
import { computedDates } from './lunar.ts';
import type { Period } from './period.ts';

/** Days ahead within which a forecast calls for its confirmation, and a date of the moon for being entered at all. */
export const confirmAhead = 60;
const enterAhead = 365;

/** The dates of the moon someone has to see to: those of the coming year that nobody entered, and the forecasts that are near. */
export function datesToEnter(entered: readonly (Period & { confirmed: boolean })[], today: Day): Pick<Period, 'key' | 'year'>[] {
  const [now, soon, later] = [isoOf(today), isoOf(today + confirmAhead), isoOf(today + enterAhead)];
  const isEntered = new Set(entered.map(({ key, year }) => `${key} ${year}`));
  const { year } = fieldsOf(today);
  const missing = [year, year + 1]
    .flatMap(computedDates)
    .filter((date) => date.lastDay >= now && date.firstDay <= later && !isEntered.has(`${date.key} ${date.year}`));
  const near = entered.filter((date) => !date.confirmed && date.lastDay >= now && date.firstDay <= soon);
  return [...missing, ...near].map(({ key, year: its }) => ({ key, year: its }));
}
