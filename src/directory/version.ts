import type { Pool, PoolClient } from 'pg';

/** Moves on with every change of the directory. */
export interface DirectoryVersion {
  number: number;
  changedAt: Date;
}

/** The version as that connection sees it: in a transaction of one snapshot, that of the snapshot. */
export async function readVersion(db: Pick<Pool | PoolClient, 'query'>): Promise<DirectoryVersion> {
  const { rows } = await db.query<DirectoryVersion>({
    name: 'directory-version',
    text: 'select number, changed_at as "changedAt" from directory.version',
  });
  return rows[0] ?? { number: 0, changedAt: new Date(0) };
}

const asking = new WeakMap<Pool, Promise<DirectoryVersion>>();

/** The version the directory has now. Those who ask in the same turn share a question to the database, so that a busy hour costs few. */
export function directoryVersion(pool: Pool): Promise<DirectoryVersion> {
  const known = asking.get(pool);
  if (known) return known;
  const asked = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
    // Whoever asks from now on might know of a later change than this answer will.
    asking.delete(pool);
    return readVersion(pool);
  });
  asking.set(pool, asked);
  return asked;
}
