import type { Pool } from 'pg';
import type { Counts } from './counts.ts';
import type { Reception } from './document.ts';
import { find } from './find.ts';
import type { OpeningWord } from './openings.ts';
import { liveIndex } from './live-index.ts';
import type { Card } from './cards.ts';
import { directoryVersion } from '../version.ts';

export interface SearchRequest {
  q?: string | undefined;
  audience?: string | undefined;
  /** Code of a need. */
  category?: string | undefined;
  /** Code of a commune, a province or the region. */
  commune?: string | undefined;
  /** Code of a language spoken there. */
  spoken?: string | undefined;
  /** Only where one may just come, or where one asks for an appointment. */
  appointment?: Reception | undefined;
  /** Codes of conditions, all of which must hold. */
  conditions?: readonly string[] | undefined;
  /** Only those in that state now. */
  opening?: OpeningWord | undefined;
  /** Nearest to the commune first, by straight line from its seat. */
  near?: boolean | undefined;
  /** Code of the commune that is asked from: what is nearest to it comes first where no words say what is best. */
  from?: string | undefined;
  /** The reader's language: names and descriptions come in it when they exist in it. */
  language: string;
  /** From 1. */
  page?: number | undefined;
  perPage?: number | undefined;
}
export interface SearchItem extends Card {
  /** Kilometres in a straight line, when nearness was asked for and is known. */
  distanceKm?: number;
}
export interface SearchResult {
  items: SearchItem[];
  total: number;
  /** The words searched instead, when some were unknown. */
  corrected?: string;
  /** How many services each filter would leave, by code; absent codes would leave none. */
  counts: Counts;
  /** How many services are open now, closed, by appointment or of unknown hours, the other filters staying as they are. */
  inState: Record<OpeningWord, number>;
}

export const longestQuery = 200;

/** Finds active services by words of any indexed language, public, need and place; best first, in a stable order. */
export async function searchServices(pool: Pool, request: SearchRequest): Promise<SearchResult> {
  const take = Math.min(Math.max(request.perPage ?? 20, 1), 100);
  const wish = {
    ...request,
    q: (request.q ?? '').slice(0, longestQuery),
    skip: (Math.max(request.page ?? 1, 1) - 1) * take,
    take,
    minute: Math.floor(Date.now() / 60_000),
  };
  const live = liveIndex(pool);
  let index = await live.get();
  const { number: version } = await directoryVersion(pool);
  // An index under way may have been begun before the change that was made known since.
  while (index.version < version) {
    const newer = await live.renew();
    if (!newer) break;
    index = newer;
  }
  const { items, ...found } = find(index, wish);
  return {
    ...found,
    items: items.map(({ id, document, distanceKm }) => {
      const card = index.cards.of(document, id, request.language);
      return distanceKm === undefined ? card : { ...card, distanceKm };
    }),
  };
}
