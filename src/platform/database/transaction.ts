import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { runTogether, type Statement } from './batch.ts';

/** What work found out, and what is to be written because of it. */
export interface Outcome<T> {
  result: T;
  writes: Statement[];
}
export const begin: Statement = { name: 'begin', text: 'begin' };
const commit: Statement = { name: 'commit', text: 'commit' };

type Send = (statements: readonly Statement[]) => Promise<QueryResult | undefined>;
const sends = new WeakMap<PoolClient, Send>();

/** Sends several statements of a transaction in one round; gives the answer to the last. For work that writes more than its commit should carry. */
export function sendTogether(tx: PoolClient, statements: readonly Statement[]): Promise<QueryResult | undefined> {
  const send = sends.get(tx);
  if (!send) throw new Error('this is no transaction of ours');
  return send(statements);
}

/**
 * One transaction, opened by `opening`; rolled back when anything throws. The opening travels with the first question
 * of `work`, and what is to be written travels with the commit, so that a change costs two ways to the database and back.
 */
export async function inTransactionWriting<T>(
  pool: Pool,
  work: (tx: PoolClient) => Promise<Outcome<T>>,
  opening: readonly Statement[] = [begin],
): Promise<T> {
  const client = await pool.connect();
  let before = opening;
  const send: Send = async (statements) => {
    const all = [...before, ...statements];
    before = [];
    return (await runTogether(client, all)).at(-1);
  };
  const tx: PoolClient = Object.create(client, {
    query: { value: (text: string | QueryConfig, values?: unknown[]) => send([typeof text === 'string' ? { text, values } : text]) },
  });
  sends.set(tx, send);
  try {
    const { result, writes } = await work(tx);
    const last = await send([...writes, commit]);
    // PostgreSQL answers the commit of a failed transaction with a rollback, not with an error.
    if (last?.command !== 'COMMIT') throw new Error('the transaction was not committed');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

export const inTransaction = <T>(pool: Pool, work: (tx: PoolClient) => Promise<T>, opening?: readonly Statement[]): Promise<T> =>
  inTransactionWriting(pool, async (tx) => ({ result: await work(tx), writes: [] }), opening);
