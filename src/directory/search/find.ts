import { type Counts, countsByCode } from './counts.ts';
import { type Dimension, type Filter, narrow } from './facets.ts';
import { openingStates, openingStatesAt, type OpeningWord } from './openings.ts';
import { match } from './match.ts';
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
  /** Codes of conditions, all of which must hold. */
  conditions?: readonly string[] | undefined;
  /** Only those in that state at `minute`. */
  opening?: OpeningWord | undefined;
  /** The present, in minutes since 1970. */
  minute: number;
  /** Nearest to the commune first. */
  near?: boolean | undefined;
  skip: number;
  take: number;
}
export interface Found {
  items: { id: string; distanceKm?: number }[];
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
    ...(wish.conditions ?? []).map((code): [Dimension, string[]] => ['condition', [code]]),
  ];
  return wanted.flatMap(([dimension, codes]): Filter[] => (codes ? [{ dimension, codes }] : []));
}

/** Answers from the index alone: which services, how many, and what each filter would leave. */
export function find(index: SearchIndex, wish: Wish): Found {
  const question = understand(index, wish.q);
  const filters = filtersOf(index, wish);
  const asked = question.words.length > 0;
  let matches = asked ? match(index, question.words, true) : { documents: Uint32Array.from(index.ids.keys()), ranks: undefined };
  const state = {
    states: openingStatesAt(index.openings, wish.minute),
    wanted: wish.opening ? openingStates.indexOf(wish.opening) : undefined,
  };
  let { kept, counted, inState } = narrow(index.facets, matches.documents, filters, state);
  if (kept.length === 0 && question.words.length > 1) {
    matches = match(index, question.words, false);
    ({ kept, counted, inState } = narrow(index.facets, matches.documents, filters, state));
  }
  const { ranks } = matches;
  const distance = wish.near && wish.commune ? distanceFrom(index, wish.commune) : undefined;
  const page = distance
    ? firstBy(kept, distance, wish)
    : ranks
      ? firstBy(kept, (d) => -Math.round((ranks[d] ?? 0) * 10), wish)
      : kept.subarray(wish.skip, wish.skip + wish.take);
  return {
    items: [...page].map((document) => {
      const km = distance?.(document);
      return { id: index.ids[document] ?? '', ...(km !== undefined && Number.isFinite(km) ? { distanceKm: km } : {}) };
    }),
    total: kept.length,
    counts: countsByCode(index, counted),
    inState: Object.fromEntries(openingStates.map((name, i) => [name, inState[i] ?? 0])) as Found['inState'],
    ...(question.corrected === undefined ? {} : { corrected: question.corrected }),
  };
}

/** The documents from `skip` on, `take` of them, by ascending key; equals stay in their order. */
function firstBy(documents: Uint32Array, key: (document: number) => number, { skip, take }: Wish): number[] {
  const most = skip + take;
  const first: number[] = [];
  const keys: number[] = [];
  for (const document of documents) {
    const value = key(document);
    if (first.length === most && value >= (keys[most - 1] ?? 0)) continue;
    let low = 0;
    for (let high = keys.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    keys.splice(low, 0, value);
    first.splice(low, 0, document);
    if (first.length > most) {
      keys.pop();
      first.pop();
    }
  }
  return first.slice(skip);
}
