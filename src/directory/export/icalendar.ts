import type { HsdsRecord } from '../hsds/clean.ts';
import type { Minute } from '../opening/index.ts';
import { recordOf, recordsOf, textOf } from './members.ts';
import { escapeText, foldLines } from './text-lines.ts';

/** Open times, as pairs of minutes since 1970 in UTC. */
export type OpenTimes = readonly [start: Minute, end: Minute][];

const stamp = (moment: Minute): string => new Date(moment * 60_000).toISOString().replace(/[-:]|\.\d{3}/g, '');

/**
 * When a service is open in the coming weeks, as RFC 5545. Times are given one by one, in UTC: a rule could say neither the public
 * holidays nor the hours of Ramadan, and the clock of the region changes.
 */
export function serviceCalendar(service: HsdsRecord, times: OpenTimes, page: string, now: Minute): string {
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
  return foldLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Istiqbal//directory//FR',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...times.flatMap(([start, end]) => [
      'BEGIN:VEVENT',
      `UID:${service.id}-${start}@istiqbal`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(start)}`,
      `DTEND:${stamp(end)}`,
      `SUMMARY:${escapeText(name)}`,
      ...(where ? [`LOCATION:${escapeText(where)}`] : []),
      `URL:${page}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]);
}
