import { minutesPerDay } from './day.ts';

/** A moment, as minutes since 1 January 1970 in UTC. */
export type Minute = number;

/** What the clock on the wall of a place shows. Local minutes count from 1 January 1970 of that clock. */
export interface Zone {
  name: string;
  /** Minutes to add to UTC at that moment. */
  offsetAt(moment: Minute): number;
  localOf(moment: Minute): number;
  /** The first moment at which the clock shows this time or later: the earlier one when it is shown twice, the jump when it is skipped. */
  momentOf(local: number): Minute;
  /** Whether the place lived by this offset for a fifth of that year and the five before, or more: how sources write its local time. */
  isUsual(offset: number, year: number): boolean;
}

const zones = new Map<string, Zone>();

/** The clock of an IANA zone, through Intl (Temporal is not in Node 24). Throws `RangeError` for a name that is none. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = makeZone(name);
  zones.set(name, zone);
  return zone;
}

function makeZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset', hour: 'numeric' });
  const ask = (moment: Minute): number => {
    const text = format.formatToParts(moment * 60_000).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(text) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
  // Intl is slow to ask: once per day is enough, except on the two or so days of a year when the clock is changed.
  const byDay = new Map<number, number | undefined>();
  const offsetAt = (moment: Minute): number => {
    const day = Math.floor(moment / minutesPerDay);
    if (!byDay.has(day)) {
      const first = ask(day * minutesPerDay);
      byDay.set(day, first === ask((day + 1) * minutesPerDay - 1) ? first : undefined);
    }
    return byDay.get(day) ?? ask(moment);
  };
  const momentOf = (local: number): Minute => {
    const before = offsetAt(local - minutesPerDay);
    const after = offsetAt(local + minutesPerDay);
    for (const offset of [Math.max(before, after), Math.min(before, after)]) {
      if (offsetAt(local - offset) === offset) return local - offset;
    }
    // The clock jumped over this time: the moment of the jump.
    let low = local - Math.max(before, after);
    let high = local - Math.min(before, after);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle) === after) high = middle;
      else low = middle;
    }
    return high;
  };
  const usual = new Map<number, Set<number>>();
  const isUsual = (offset: number, year: number): boolean => {
    let offsets = usual.get(year);
    if (!offsets) {
      const months = Array.from({ length: 72 }, (_, month) => offsetAt(Date.UTC(year - 5, month, 1) / 60_000));
      offsets = new Set(months.filter((one) => months.filter((other) => other === one).length >= months.length / 5));
      usual.set(year, offsets);
    }
    return offsets.has(offset);
  };
  return { name, offsetAt, localOf: (moment) => moment + offsetAt(moment), momentOf, isUsual };
}
