import type { Pool, PoolClient } from 'pg';
import { onceATurn } from '../platform/database/once-a-turn.ts';

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

/** The version the directory has now. */
export const directoryVersion = onceATurn<DirectoryVersion>(readVersion);
