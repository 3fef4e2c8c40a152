import { match, type Matches } from './match.ts';
import { Recent } from './recent.ts';
import type { SearchIndex } from './search-index.ts';
import { understand } from './understand.ts';

/** What answers the words of one question, whatever narrows it: worked out when first asked for. */
export interface Answers {
  /** How many words it has. */
  words: number;
  /** The words searched instead, when some were unknown. */
  corrected?: string;
  /** Services that hold every word; all services, unranked, when there is none. */
  holdingAll(): Pick<Matches, 'documents'> & Partial<Matches>;
  holdingSome(): Matches;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function answer(index: SearchIndex, q: string): Answers {
  const { words, corrected } = understand(index, q);
  return {
    words: words.length,
    ...(corrected === undefined ? {} : { corrected }),
    holdingAll: once(() => (words.length > 0 ? match(index, words, true) : { documents: Uint32Array.from(index.ids.keys()) })),
    holdingSome: once(() => match(index, words, false)),
  };
}

const most = 100;
const kept = new WeakMap<SearchIndex, Recent<Answers>>();

/** The answers to these words. People turn pages and narrow: the last questions are kept, so that their words are looked for once. */
export function answersTo(index: SearchIndex, q: string): Answers {
  const known = kept.get(index) ?? new Recent<Answers>(most);
  kept.set(index, known);
  return known.get(q, () => answer(index, q));
}
