import type { Coverage } from './contract.ts';

export interface CoveredService {
  needs: readonly string[];
  audiences: readonly string[];
  /** Codes of the places it is in or serves. */
  places: readonly string[];
}
export interface CommuneAround {
  code: string;
  /** Codes of what it lies in: province, region, country. */
  within: readonly string[];
}
/** What a service for everyone is for. */
const everyone = 'everyone';

/**
 * How many services reach each commune, for each need and audience: one in the commune, or offered to what the commune
 * lies in. A service for everyone, or that names no audience, counts for each.
 */
export function coverageOf(
  services: readonly CoveredService[],
  communes: readonly CommuneAround[],
  needs: readonly string[],
  audiences: readonly string[],
): Coverage['counts'] {
  const needNumbers = new Map(needs.map((code, i) => [code, i]));
  const audienceNumbers = new Map(audiences.map((code, i) => [code, i]));
  const empty = () => needs.map(() => audiences.map(() => 0));
  // By place first: a place has many services and a commune lies in few places.
  const byPlace = new Map<string, CoveredService[]>();
  for (const service of services) {
    for (const place of new Set(service.places)) byPlace.set(place, [...(byPlace.get(place) ?? []), service]);
  }
  return communes.map(({ code, within }) => {
    const counts = empty();
    // Of a service at several places around the commune one is enough.
    const reaching = new Set([code, ...within].flatMap((place) => byPlace.get(place) ?? []));
    for (const service of reaching) {
      const named = service.audiences.flatMap((audience) => audienceNumbers.get(audience) ?? []);
      const all = service.audiences.length === 0 || service.audiences.includes(everyone);
      for (const need of new Set(service.needs)) {
        const row = counts[needNumbers.get(need) ?? -1];
        if (!row) continue;
        for (const audience of all ? audiences.keys() : new Set(named)) row[audience] = (row[audience] ?? 0) + 1;
      }
    }
    return counts;
  });
}
