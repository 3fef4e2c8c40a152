import type { Reception } from './document.ts';
import { type Counts, countsByCode } from './counts.ts';
import { type Dimension, type Filter, narrow } from './facets.ts';
import { openingStates, openingStatesAt, type OpeningWord } from './openings.ts';
import { match, type Matches } from './match.ts';
import { around, distanceFrom, inside } from './places.ts';
import { everyone, type SearchIndex } from './search-index.ts';
import { understand } from './understand.ts';

export interface Wish {
  q: string;
  audience?: string | undefined;
  /** Code of a need. */
  category?: string | undefined;
  /** Code of a commune, a province or the region. */
  commune?: string | undefined;
  /** Code of a language spoken. */
  spoken?: string | undefined;
  appointment?: Reception | undefined;
  /** Codes of conditions, all of which must hold. */
  conditions?: readonly string[] | undefined;
  /** Only those in that state at `minute`. */
  opening?: OpeningWord | undefined;
  /** The present, in minutes since 1970. */
  minute: number;
  /** Nearest to the commune first. */
  near?: boolean | undefined;
  /**
   * Code of the commune that is asked from. Without words, which put the best first, what is nearest to it comes first; what has
   * no place, as a telephone line or what every commune offers, is as near as can be.
   */
  from?: string | undefined;
  skip: number;
  take: number;
}
export interface Found {
  items: { id: string; document: number; distanceKm?: number }[];
  total: number;
  corrected?: string;
  /** What each filter would leave, the other filters staying as they are. */
  counts: Counts;
  /** How many would be in each state if the wish named none. */
  inState: Record<OpeningWord, number>;
}

function filtersOf(index: SearchIndex, wish: Wish): Filter[] {
  const wanted: [Dimension, string[] | undefined][] = [
    ['need', wish.category ? [wish.category] : undefined],
    ['audience', wish.audience ? [wish.audience, everyone] : undefined],
    ['place', wish.commune ? [...around(index.places, wish.commune), ...inside(index.places, wish.commune)] : undefined],
    ['language', wish.spoken ? [wish.spoken] : undefined],
    ['appointment', wish.appointment ? [wish.appointment] : undefined],
    ...(wish.conditions ?? []).map((code): [Dimension, string[]] => ['condition', [code]]),
  ];
  return wanted.flatMap(([dimension, codes]): Filter[] => (codes ? [{ dimension, codes }] : []));
}

/** Answers from the index alone: which services, how many, and what each filter would leave. */
export function find(index: SearchIndex, wish: Wish): Found {
  const { words, corrected } = understand(index, wish.q);
  const filters = filtersOf(index, wish);
  const state = {
    states: openingStatesAt(index.openings, wish.minute),
    wanted: wish.opening ? openingStates.indexOf(wish.opening) : undefined,
  };
  // Without words every service will do, and none is better than another.
  let matches: Pick<Matches, 'documents'> & Partial<Matches> = words.length > 0 ? match(index, words, true) : { documents: index.all };
  let { kept, counted, inState } = narrow(index.facets, matches.documents, filters, state);
  if (kept.length === 0 && words.length > 1) {
    matches = match(index, words, false);
    ({ kept, counted, inState } = narrow(index.facets, matches.documents, filters, state));
  }
  const { documents, ranks } = matches;
  const documentAt = (place: number): number => documents[place] ?? 0;
  const isNearest = wish.near && wish.commune;
  const seat = isNearest ? wish.commune : words.length === 0 ? wish.from : undefined;
  const distance = seat ? distanceFrom(index, seat) : undefined;
  const asFarAs = (km: number): number => (isNearest || Number.isFinite(km) ? km : 0);
  const page = distance
    ? firstBy(kept, (place) => asFarAs(distance(documentAt(place))), wish)
    : ranks
      ? bestFirst(kept, ranks, wish)
      : kept.subarray(wish.skip, wish.skip + wish.take);
  return {
    items: [...page].map((place) => {
      const document = documentAt(place);
      const km = distance?.(document);
      return { id: index.ids[document] ?? '', document, ...(km !== undefined && Number.isFinite(km) ? { distanceKm: km } : {}) };
    }),
    total: kept.length,
    counts: countsByCode(index, counted),
    inState: Object.fromEntries(openingStates.map((name, i) => [name, inState[i] ?? 0])) as Found['inState'],
    ...(corrected === undefined ? {} : { corrected }),
  };
}

/** Those from `skip` on, `take` of them, by ascending key; equals stay in their order. */
function firstBy(places: Uint32Array, key: (place: number) => number, { skip, take }: Wish): number[] {
  const first = new Shortlist(skip + take);
  for (const place of places) {
    first.add(place, key(place));
  }
  return first.items.slice(skip);
}

/** As `firstBy` for the best ranks. Tenths of a rank are told apart, no less: what is as good stays in the order of the index. */
function bestFirst(places: Uint32Array, ranks: Float32Array, { skip, take }: Wish): number[] {
  const first = new Shortlist(skip + take);
  let least = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const tenths = (ranks[place] ?? 0) * 10;
    if (tenths < least) continue;
    first.add(place, -Math.round(tenths));
    // What would be rounded to the last one's place or behind it need not be looked at.
    least = -first.limit + 0.5;
  }
  return first.items.slice(skip);
}

/** The items with the smallest keys, so many at most; of equals the first added. */
class Shortlist {
  readonly items: number[] = [];
  /** Once there are that many: only keys below it have a place. */
  limit = Number.POSITIVE_INFINITY;
  readonly #keys: number[] = [];
  readonly #most: number;
  constructor(most: number) {
    this.#most = most;
  }
  add(item: number, key: number): void {
    if (this.items.length === this.#most && key >= this.limit) return;
    let low = 0;
    for (let high = this.#keys.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? 0) <= key) low = middle + 1;
      else high = middle;
    }
    this.#keys.splice(low, 0, key);
    this.items.splice(low, 0, item);
    if (this.items.length > this.#most) {
      this.#keys.pop();
      this.items.pop();
    }
    if (this.items.length === this.#most) this.limit = this.#keys.at(-1) ?? Number.NEGATIVE_INFINITY;
  }
}
