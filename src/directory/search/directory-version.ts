import type { Pool } from 'pg';

const asking = new WeakMap<Pool, Promise<number>>();

/** The version the directory has now. Those who ask in the same turn share a question to the database, so that a busy hour costs few. */
export function directoryVersion(pool: Pool): Promise<number> {
  const known = asking.get(pool);
  if (known) return known;
  const asked = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
    // Whoever asks from now on might know of a later change than this answer will.
    asking.delete(pool);
    const { rows } = await pool.query<{ number: number }>({ name: 'search-version', text: 'select number from directory.version' });
    return rows[0]?.number ?? 0;
  });
  asking.set(pool, asked);
  return asked;
}
