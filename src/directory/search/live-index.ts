import type { Pool } from 'pg';
import { readIndex } from './read-index.ts';
import type { SearchIndex } from './search-index.ts';

/** Up to this many services a new index is made in an instant, and a search waits for it rather than answer from the old one. */
const soonBuilt = 5000;

/** In milliseconds. Who is open is known three days ahead only. */
const oldest = 24 * 3600_000;

/** The index of one database's directory, made anew when the directory's version moves on. */
class LiveIndex {
  readonly #pool: Pool;
  #current: SearchIndex | undefined;
  #builtAt = 0;
  #underWay: Promise<SearchIndex> | undefined;
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  #build(): Promise<SearchIndex> {
    this.#underWay ??= readIndex(this.#pool)
      .then((index) => {
        this.#current = index;
        this.#builtAt = Date.now();
        return index;
      })
      .finally(() => {
        this.#underWay = undefined;
      });
    return this.#underWay;
  }

  async get(): Promise<SearchIndex> {
    if (this.#current && Date.now() - this.#builtAt > oldest) this.#build().catch(() => undefined);
    return this.#current ?? this.#build();
  }

  /** Call when the directory is found to be at another version. A large directory goes on answering as it was until the new index is there. */
  async renew(): Promise<SearchIndex | undefined> {
    const building = this.#build();
    if (this.#current && this.#current.ids.length > soonBuilt) {
      // Whoever asks next tries again; until then the old index serves.
      building.catch(() => undefined);
      return undefined;
    }
    return building;
  }
}

const indexes = new WeakMap<Pool, LiveIndex>();

/** The one index of the directory behind this pool. */
export function liveIndex(pool: Pool): LiveIndex {
  const index = indexes.get(pool) ?? new LiveIndex(pool);
  indexes.set(pool, index);
  return index;
}
