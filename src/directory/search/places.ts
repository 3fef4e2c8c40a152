import type { SearchIndex } from './search-index.ts';

type Places = SearchIndex['places'];

const wholeCountry = 'MA';
/** A place and everything around it: what is offered to the whole region is offered in each of its communes. */
export const around = (places: Places, place: string): string[] => [place, ...(places.get(place)?.within ?? []), wholeCountry];
/** The places that lie in one. */
export const inside = (places: Places, place: string): string[] =>
  [...places.values()].filter(({ within }) => within.includes(place)).map(({ code }) => code);

/** Without the places that lie in another of them, so that counting a place and those around it counts nothing twice. */
export function widest(places: Places, codes: readonly string[]): string[] {
  const all = new Set(codes);
  return codes.filter((code) => !around(places, code).some((wider) => wider !== code && all.has(wider)));
}

const earthRadius = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres. */
export function distanceBetween(latitude: number, longitude: number, otherLatitude: number, otherLongitude: number): number {
  const half =
    Math.sin(radians(otherLatitude - latitude) / 2) ** 2 +
    Math.cos(radians(latitude)) * Math.cos(radians(otherLatitude)) * Math.sin(radians(otherLongitude - longitude) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Kilometres from the seat of a commune to the nearest point of each document; infinite where either has none. */
export function distanceFrom(index: SearchIndex, place: string): (document: number) => number {
  const seat = index.places.get(place);
  const { starts, degrees } = index.points;
  return (document) => {
    let nearest = Number.POSITIVE_INFINITY;
    if (seat?.latitude == null || seat.longitude == null) return nearest;
    for (let i = starts[document] ?? 0; i < (starts[document + 1] ?? 0); i += 2) {
      nearest = Math.min(nearest, distanceBetween(seat.latitude, seat.longitude, degrees[i] ?? 0, degrees[i + 1] ?? 0));
    }
    return nearest;
  };
}
