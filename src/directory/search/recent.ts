/** Keeps what was worked out for the keys asked for last, so many at most. */
export class Recent<T> {
  readonly #most: number;
  readonly #kept = new Map<string, T>();
  constructor(most: number) {
    this.#most = most;
  }
  /** What is kept under the key, else what `make` gives. */
  get(key: string, make: () => T): T {
    const value = this.#kept.get(key) ?? make();
    // A map keeps its keys in the order they came: the one not asked for the longest stands first.
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
    return value;
  }
}
