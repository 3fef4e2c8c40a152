import type { Pool, PoolClient } from 'pg';

/** One statement with its values; under a name PostgreSQL plans it once per connection. */
export interface Statement {
  name?: string;
  text: string;
  values: unknown[];
}
/** What work found out, and what is to be written because of it. */
export interface Outcome<T> {
  result: T;
  writes: Statement[];
}

/** Waits for all, then throws the first failure in their order: those behind it failed because it did. */
async function settle<T extends readonly unknown[]>(promises: T) {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

/**
 * One transaction, opened by `begin` (which may set more in the same message); rolled back when anything throws.
 * Connections are pipelined: `work` does not wait for `begin`, and what it wants written goes with the commit behind it,
 * so that a change costs two ways to the database and back, however many statements it takes.
 */
export async function inTransactionWriting<T>(pool: Pool, work: (tx: PoolClient) => Promise<Outcome<T>>, begin = 'begin'): Promise<T> {
  const tx = await pool.connect();
  try {
    const [, { result, writes }] = await settle([tx.query(begin), work(tx)] as const);
    const answers = await settle([...writes.map((w) => tx.query(w)), tx.query('commit')]);
    // PostgreSQL answers the commit of a failed transaction with a rollback, not with an error.
    if (answers.at(-1)?.command !== 'COMMIT') throw new Error('the transaction was not committed');
    return result;
  } catch (error) {
    await tx.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    tx.release();
  }
}

export const inTransaction = <T>(pool: Pool, work: (tx: PoolClient) => Promise<T>, begin?: string): Promise<T> =>
  inTransactionWriting(pool, async (tx) => ({ result: await work(tx), writes: [] }), begin);
