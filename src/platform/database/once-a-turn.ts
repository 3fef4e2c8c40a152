import type { Pool } from 'pg';

/** Those who ask the same in one turn share a question to the database, so that a busy hour costs few. */
export function onceATurn<T>(ask: (pool: Pool) => Promise<T>): (pool: Pool) => Promise<T> {
  const asking = new WeakMap<Pool, Promise<T>>();
  return (pool) => {
    const known = asking.get(pool);
    if (known) return known;
    const asked = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      // Whoever asks from now on might know of a later change than this answer will.
      asking.delete(pool);
      return ask(pool);
    });
    asking.set(pool, asked);
    return asked;
  };
}
