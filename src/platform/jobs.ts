import { createHash } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import type { Pool, PoolClient } from 'pg';
import type { Databases } from './database/open.ts';
import type { JobRequest } from './commands/handler.ts';

export interface Jobs {
  /** Joins the caller's transaction: the jobs exist only if the change does. */
  enqueue(tx: PoolClient, jobs: JobRequest[]): Promise<void>;
  stop(): Promise<void>;
}
export type JobWork = Record<string, (data: Record<string, string>, pool: Pool) => Promise<void>>;

const names = new Map<string, string>();
/** pg-boss builds the same long statement per queue each time; under a name PostgreSQL plans it once per connection. */
function statementName(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `job-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  names.set(text, name);
  return name;
}

/** pg-boss in the schema `pgboss`: the owner keeps its tables, the application only queues and works. */
export async function startJobs(databases: Databases, work: JobWork, onError: (error: Error) => void): Promise<Jobs> {
  await databases.asOwner(async (owner) => {
    const installer = new PgBoss({
      db: { executeSql: async (text, values) => owner.query(text, values) },
      supervise: false,
      schedule: false,
    });
    installer.on('error', onError);
    await installer.start();
    for (const name of Object.keys(work)) await installer.createQueue(name, { retryLimit: 5, retryBackoff: true });
    await installer.stop({ graceful: false });
    await owner.query(`grant usage on schema pgboss to istiqbal_app;
      grant select, insert, update, delete on all tables in schema pgboss to istiqbal_app;
      grant execute on all functions in schema pgboss to istiqbal_app`);
  });
  const boss = new PgBoss({
    db: { executeSql: (text, values) => databases.app.query(text, values) },
    migrate: false,
    createSchema: false,
    schedule: false,
  });
  boss.on('error', onError);
  await boss.start();
  for (const [name, run] of Object.entries(work)) {
    await boss.work<Record<string, string>>(name, { pollingIntervalSeconds: 2 }, async (batch) => {
      for (const job of batch) await run(job.data, databases.app);
    });
  }
  return {
    async enqueue(tx, requests) {
      const db = { executeSql: (text: string, values: unknown[] = []) => tx.query({ name: statementName(text), text, values }) };
      for (const [name, group = []] of Object.entries(Object.groupBy(requests, (r) => r.name))) {
        await boss.insert(
          name,
          group.map(({ data, startAfter }) => ({ data, ...(startAfter ? { startAfter } : {}) })),
          { db },
        );
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5000 });
    },
  };
}
