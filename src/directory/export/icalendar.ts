import type { HsdsRecord } from '../hsds/clean.ts';
import { isoOf } from '../opening/day.ts';
import type { Minute, OpeningCalendar, Session } from '../opening/index.ts';
import { recordOf, recordsOf, textOf } from './members.ts';
import { escapeText, foldLines } from './text-lines.ts';

/** Open times, as pairs of minutes since 1970 in UTC. */
export type OpenTimes = readonly [start: Minute, end: Minute][];

const stamp = (moment: Minute): string => new Date(moment * 60_000).toISOString().replace(/[-:]|\.\d{3}/g, '');

type Zone = OpeningCalendar['zone'];
/** A moment as the clock of the place shows it. */
const wall = (moment: Minute, zone: Zone): string => stamp(zone.localOf(moment)).slice(0, -1);
const offsetText = (minutes: number): string => {
  const digits = (n: number): string => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}${digits(size % 60)}`;
};

/** The clock of the place from one moment to another, each of its changes told by itself: no rule says when Ramadan moves it. */
function zoneLines(zone: Zone, from: Minute, to: Minute): string[] {
  const observance = (onset: string, before: number, after: number): string[] => [
    'BEGIN:STANDARD',
    `DTSTART:${onset}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    'END:STANDARD',
  ];
  const first = zone.offsetAt(from);
  const lines = observance('19700101T000000', first, first);
  for (let hour = from; hour < to; hour += 60) {
    const [before, after] = [zone.offsetAt(hour), zone.offsetAt(hour + 60)];
    // The onset is told by the clock as it was before the change.
    if (before !== after) lines.push(...observance(stamp(hour + 60 + before).slice(0, -1), before, after));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone.name}`, ...lines, 'END:VTIMEZONE'];
}

/**
 * When a service is open in the coming weeks, as RFC 5545. Open times are given one by one, in UTC: a rule could say neither the public
 * holidays nor the hours of Ramadan, and the clock of the region changes. A session is an appointment of its own, at a time on the wall of
 * the place, and keeps its identifier when its hours move, so that a calendar moves it too.
 */
export function serviceCalendar(
  service: HsdsRecord,
  { times, sessions, zone }: { times: OpenTimes; sessions: readonly Session[]; zone: Zone },
  page: string,
  now: Minute,
): string {
  const name = textOf(service, 'name') ?? '';
  const places = recordsOf(service, 'service_at_locations').flatMap((at) => {
    const place = recordOf(at, 'location');
    return place ? [place] : [];
  });
  const [address] = places.flatMap((place) => recordsOf(place, 'addresses'));
  const where = address
    ? ['address_1', 'postal_code', 'city'].flatMap((part) => textOf(address, part) ?? []).join(', ')
    : places.length === 1 && places[0]
      ? textOf(places[0], 'name')
      : undefined;
  const place = where ? [`LOCATION:${escapeText(where)}`] : [];
  const last = sessions.at(-1);
  const numberOfDay = new Map<number, number>();
  return foldLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Istiqbal//directory//FR',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...(last ? zoneLines(zone, now, last.end) : []),
    ...times.flatMap(([start, end]) => [
      'BEGIN:VEVENT',
      `UID:${service.id}-${start}@istiqbal`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(start)}`,
      `DTEND:${stamp(end)}`,
      `SUMMARY:${escapeText(name)}`,
      ...place,
      `URL:${page}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    ...sessions.flatMap(({ day, start, end }) => {
      const nth = numberOfDay.get(day) ?? 0;
      numberOfDay.set(day, nth + 1);
      return [
        'BEGIN:VEVENT',
        `UID:${service.id}-session-${isoOf(day)}${nth === 0 ? '' : `-${nth + 1}`}@istiqbal`,
        `DTSTAMP:${stamp(now)}`,
        `DTSTART;TZID=${zone.name}:${wall(start, zone)}`,
        `DTEND;TZID=${zone.name}:${wall(end, zone)}`,
        `SUMMARY:${escapeText(name)}`,
        ...place,
        `URL:${page}`,
        'END:VEVENT',
      ];
    }),
    'END:VCALENDAR',
  ]);
}
