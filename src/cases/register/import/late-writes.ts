import type { PoolClient, QueryConfig } from 'pg';
import type { Statement } from '../../../platform/database/batch.ts';
import { sendTogether } from '../../../platform/database/transaction.ts';

/** A transaction whose writes wait for the next question and travel with it: a row takes a few ways to the database instead of twenty. */
export interface LateWrites {
  /** Every question asked here sees what was written before. */
  tx: PoolClient;
  write(...statements: Statement[]): void;
  /** Throws what the last writes met. */
  flush(): Promise<void>;
}

export function lateWrites(tx: PoolClient): LateWrites {
  let waiting: Statement[] = [];
  const send = (last?: Statement) => {
    const statements = [...waiting, ...(last ? [last] : [])];
    waiting = [];
    return statements.length > 0 ? sendTogether(tx, statements) : Promise.resolve(undefined);
  };
  return {
    tx: Object.create(tx, {
      query: { value: (text: string | QueryConfig, values?: unknown[]) => send(typeof text === 'string' ? { text, values } : text) },
    }),
    write: (...statements) => void waiting.push(...statements),
    flush: async () => void (await send()),
  };
}
