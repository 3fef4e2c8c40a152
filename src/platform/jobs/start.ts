import type { Pool } from 'pg';
import type { PgBoss } from 'pg-boss';
import type { JobRequest } from '../commands/handler.ts';
import { createBoss, followUps, type OnError } from './boss.ts';
import { failed, type JobWork, runBatch } from './run-batch.ts';

/** Something that is due by the clock, done by one process at a time. */
export interface Scheduled {
  name: string;
  /** Minute, hour, day of the month, month, day of the week. */
  cron: string;
  /** Due at the start of each process as well: somebody may be waiting for it. */
  atStart?: boolean;
  /** Stops early when told to; what is left is done the next time. */
  run(pool: Pool, signal: AbortSignal): Promise<unknown>;
}
interface Jobs {
  work: JobWork;
  schedule: readonly Scheduled[];
  /** In which the schedule is read. */
  timezone: string;
  onError: OnError;
}

/** Works through the queue and the schedule until stopped; several processes may do so at once. */
export async function startJobs(pool: Pool, { work, schedule, timezone, onError }: Jobs): Promise<{ stop(): Promise<void> }> {
  const ending = new AbortController();
  const boss = createBoss(pool, onError, {
    supervise: true,
    schedule: true,
    // For jobs that wait for others, which ours do not.
    flowIntervalSeconds: 3600,
  });
  await boss.start();
  await boss.work<JobRequest>(
    followUps,
    { batchSize: 500, burstWhenBatchFull: true, pollingIntervalSeconds: 2, perJobResults: true },
    (jobs) => runBatch(pool, work, jobs, onError),
  );
  for (const each of schedule) await startScheduled(boss, each, timezone, (signal) => each.run(pool, signal));
  for (const { name } of await boss.getSchedules()) {
    if (!schedule.some((each) => each.name === name)) await boss.unschedule(name);
  }

  async function startScheduled(
    boss: PgBoss,
    { name, cron, atStart }: Scheduled,
    tz: string,
    run: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<void> {
    // One at a time; the heartbeat tells a long one from one whose process died. Failed, it is due again at its next time.
    await boss.createQueue(name, {
      policy: 'exclusive',
      retryLimit: 0,
      heartbeatSeconds: 60,
      expireInSeconds: 4 * 3600,
      deleteAfterSeconds: 86_400,
    });
    if (atStart) await boss.send(name);
    await boss.work(name, { pollingIntervalSeconds: 10, perJobResults: true }, async ([job]) => {
      if (!job) return [];
      try {
        await run(AbortSignal.any([ending.signal, job.signal]));
        return [{ id: job.id, status: 'completed' }];
      } catch (error) {
        onError(error);
        return [failed(job, error)];
      }
    });
    await boss.schedule(name, cron, null, { tz });
  }

  return {
    async stop() {
      ending.abort();
      await boss.stop({ timeout: 5000 });
    },
  };
}
