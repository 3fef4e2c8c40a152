import type { Pool } from 'pg';
import type { JobRequest } from '../commands/handler.ts';
import type { Statement } from '../database/batch.ts';
import { createBoss, followUps } from './boss.ts';

/** Statements for the transaction of the change that asks: the jobs exist only if the change does. */
export type Enqueue = (jobs: JobRequest[]) => Promise<Statement[]>;

async function open(pool: Pool): Promise<Enqueue> {
  const boss = createBoss(pool, (error) => {
    throw error;
  });
  await boss.start();
  // Stopped, it has no timer and still knows its queue.
  await boss.stop({ graceful: false });
  const enqueue: Enqueue = async (jobs) => {
    const statements: Statement[] = [];
    if (jobs.length === 0) return statements;
    // pg-boss writes its statement; where it would send it, we keep it for the commit.
    const executeSql = async (text: string, values?: unknown[]) => {
      statements.push({ name: 'jobs', text, values });
      return { rows: [] };
    };
    await boss.insert(
      followUps,
      jobs.map((data) => ({ data })),
      { db: { executeSql } },
    );
    return statements;
  };
  // Should it not know its queue, this fails, and not every command after it.
  await enqueue([{ name: 'none', data: {} }]);
  return enqueue;
}

/** Opens at the first call and is asked before a connection is taken, since opening needs one itself. */
export function createEnqueue(pool: Pool): () => Promise<Enqueue> {
  let opened: Promise<Enqueue> | undefined;
  return () => {
    opened ??= open(pool).catch((error) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}
