import type { Pool, PoolClient } from 'pg';
import type { Job, JobResult } from 'pg-boss';
import type { JobRequest } from '../commands/handler.ts';
import { inTransaction } from '../database/transaction.ts';
import type { OnError } from './boss.ts';

/**
 * What to do with the jobs of one name, as many as were due, in one transaction. It is committed before pg-boss writes
 * that they are done, so a process that dies between the two has them done again: doing one twice must change nothing.
 */
export type JobWork = Record<string, (batch: Record<string, string>[], tx: PoolClient) => Promise<void>>;

/** What the queue keeps of a failure: its kind, never its text, which can quote the row the database refused. */
export const failed = ({ id }: { id: string }, error: unknown): JobResult => ({
  id,
  status: 'failed',
  output: { error: error instanceof Error ? error.name : 'unknown' },
});

/** Does the jobs together; when that fails each by itself, so that one that fails holds back no other. */
export async function runBatch(pool: Pool, work: JobWork, jobs: Job<JobRequest>[], onError: OnError): Promise<JobResult[]> {
  try {
    await inTransaction(pool, async (tx) => {
      for (const [name, group = []] of Object.entries(Object.groupBy(jobs, (job) => job.data.name))) {
        const run = work[name];
        if (!run) throw new Error(`no work is known under the name ${name}`);
        await run(
          group.map((job) => job.data.data),
          tx,
        );
      }
    });
    return jobs.map(({ id }) => ({ id, status: 'completed' }));
  } catch (error) {
    const [only, ...others] = jobs;
    if (!only) throw error;
    if (others.length === 0) {
      onError(error);
      return [failed(only, error)];
    }
    const results: JobResult[] = [];
    for (const job of jobs) results.push(...(await runBatch(pool, work, [job], onError)));
    return results;
  }
}
