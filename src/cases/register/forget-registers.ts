import type { Pool } from 'pg';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { BlobStore } from '../../platform/files/blob-store.ts';

/** Registers go after thirty days and exports after a week: their keys at once, then their bytes. */
export async function forgetRegisters(pool: Pool, blobs: BlobStore): Promise<void> {
  const gone = await inTransaction(pool, async (tx) => (await tx.query<{ blob: string }>('select cases.forget_registers() as blob')).rows);
  for (const { blob } of gone) await blobs.remove(blob);
}
