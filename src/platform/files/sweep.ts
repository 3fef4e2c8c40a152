import type { Pool } from 'pg';
import { inTransaction } from '../database/transaction.ts';
import type { JobWork } from '../jobs/run-batch.ts';
import type { BlobStore } from './blob-store.ts';

/** In milliseconds. What is younger may be a file whose row is still being written. */
const youngest = 24 * 3_600_000;
const atOnce = 500;

const withoutKey = async (pool: Pool, blobs: readonly string[]): Promise<string[]> => {
  const { rows } = await pool.query<{ blob: string }>('select blob from files.without_key($1) as blob', [blobs]);
  return rows.map((row) => row.blob);
};
const isWhole = (name: string): boolean => /^[0-9a-f-]{36}$/.test(name);
// Anything else in the folder is not ours.
const isHalf = (name: string): boolean => /^[0-9a-f-]{36}\.[0-9a-f-]{36}\.half$/.test(name);

/**
 * Forgets files that nobody attached within a day, and removes what lies there with no key: of those, of files whose removal broke off,
 * of what was never written to its end. Stops early when told to.
 */
export async function sweepFiles(pool: Pool, blobs: BlobStore, signal?: AbortSignal, now = Date.now()): Promise<void> {
  await inTransaction(pool, async (tx) => void (await tx.query('select files.forget_unattached()')));
  let old: string[] = [];
  const removeOld = async (): Promise<void> => {
    const lost = await withoutKey(pool, old.filter(isWhole));
    for (const name of [...lost, ...old.filter(isHalf)]) await blobs.remove(name);
    old = [];
  };
  for await (const { name, at } of blobs.list()) {
    if (signal?.aborted) return;
    if (now - at.getTime() < youngest) continue;
    old.push(name);
    if (old.length >= atOnce) await removeOld();
  }
  await removeOld();
}

/** After a file was removed: without its key its bytes were unreadable already. */
export const removeBytes = (blobs: BlobStore): JobWork => ({
  async remove_file_bytes(batch) {
    for (const { blob } of batch) if (blob !== undefined) await blobs.remove(blob);
  },
});
