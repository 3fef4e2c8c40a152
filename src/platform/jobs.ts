import type { Pool, PoolClient } from 'pg';
import type { JobRequest } from './commands/handler.ts';
import type { Statement } from './database/batch.ts';
import { inTransaction } from './database/transaction.ts';

/** What to do with the jobs of one name, as many as were due, in the transaction that takes them. */
export type JobWork = Record<string, (batch: Record<string, string>[], tx: PoolClient) => Promise<void>>;
/** What to look for now and then, without having been asked. */
export type Rounds = readonly ((tx: PoolClient) => Promise<void>)[];

interface Job {
  id: number;
  name: string;
  data: Record<string, string>;
}

const batchSize = 500;
const pause = 1000;
const betweenRounds = 60_000;

/** Statements for the transaction of the change that asks: the jobs exist only if the change does. */
export const enqueue = (jobs: JobRequest[]): Statement[] =>
  jobs.map(({ name, data }) => ({ name: 'job', text: 'insert into platform.job (name, data) values ($1, $2)', values: [name, data] }));

const take = `delete from platform.job where id = any (array(
  select id from platform.job where due_at <= now() order by id limit $1 for update skip locked)) returning id, name, data`;

/** Tried again after 1, 2, 4 and 8 minutes; after that it stays in the table for someone to look at. */
const postpone = `update platform.job set attempts = attempts + 1,
  due_at = case when attempts < 4 then now() + interval '1 minute' * 2 ^ attempts else 'infinity' end where id = $1`;

/** Takes what is due and does it in one transaction: a job is gone exactly when its work is committed. Returns how many there were. */
export async function runDueJobs(pool: Pool, work: JobWork, onError: (error: unknown) => void, limit = batchSize): Promise<number> {
  let jobs: Job[] = [];
  try {
    await inTransaction(pool, async (tx) => {
      jobs = (await tx.query<Job>({ name: 'take-jobs', text: take, values: [limit] })).rows;
      for (const [name, group = []] of Object.entries(Object.groupBy(jobs, (j) => j.name))) {
        const run = work[name];
        if (!run) throw new Error(`no work is known under the name ${name}`);
        await run(
          group.map((j) => j.data),
          tx,
        );
      }
    });
  } catch (error) {
    const [only, ...others] = jobs;
    if (!only) throw error;
    if (others.length > 0) {
      // One that fails must not hold back those taken with it.
      for (const _ of jobs) await runDueJobs(pool, work, onError, 1);
    } else {
      onError(error);
      await pool.query(postpone, [only.id]);
    }
  }
  return jobs.length;
}

/** Works through the queue until stopped; several processes may do so at once. */
export function startJobs(pool: Pool, work: JobWork, rounds: Rounds, onError: (error: unknown) => void): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let lastRounds = 0;

  async function turn(): Promise<void> {
    try {
      if (Date.now() - lastRounds >= betweenRounds) {
        lastRounds = Date.now();
        for (const round of rounds) await inTransaction(pool, round);
      }
      while (!stopped && (await runDueJobs(pool, work, onError)) === batchSize);
    } catch (error) {
      onError(error);
    }
    if (!stopped) timer = setTimeout(again, pause);
  }
  let turning = turn();
  function again(): void {
    turning = turn();
  }

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await turning;
    },
  };
}
