import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import manifest from 'pg-boss/package.json' with { type: 'json' };
import { StartupError } from '../config.ts';
import { createBoss, followUps } from './boss.ts';

/** The version of its tables that pg-boss works with. */
const known = manifest.pgboss.schema;

const guarded = ['pgboss.job', 'pgboss.job_common'];
/**
 * What the application may do in the queue. Whoever acts for a person only adds; what acts for nobody takes.
 * Not forced on the owner, so that pg-boss can change its own tables.
 */
const rights = `
  grant select, update on pgboss.version to istiqbal_app;
  grant select, insert, update on pgboss.queue to istiqbal_app;
  grant select, insert, update, delete on pgboss.schedule, ${guarded.join(', ')} to istiqbal_app;
  grant select, delete on pgboss.job_dependency to istiqbal_app;
  grant select, update, delete on pgboss.instance to istiqbal_app;
  ${guarded
    .map(
      (table) => `
  alter table ${table} enable row level security;
  drop policy if exists anyone_adds on ${table};
  create policy anyone_adds on ${table} for insert to istiqbal_app with check (true);
  drop policy if exists worker_takes on ${table};
  create policy worker_takes on ${table} to istiqbal_app using ((select access.acting_user()) is null);`,
    )
    .join('')}
  grant usage on schema pgboss to istiqbal_app;`;
/** Left on the schema once they are given, so that other rights of a later version are given too. */
const given = `rights ${createHash('sha256').update(rights).digest('hex').slice(0, 16)}`;

/** Brings the tables of pg-boss to the version the code works with, as their owner; refuses newer ones. */
export async function installJobs(admin: Client): Promise<void> {
  await admin.query('set role istiqbal_owner');
  await admin.query('select pg_advisory_lock(727003)');
  try {
    const failures: unknown[] = [];
    const boss = createBoss(admin, (error) => failures.push(error), { migrate: true });
    const version = (await boss.isInstalled()) ? ((await boss.schemaVersion()) ?? 0) : 0;
    if (version > known) {
      throw new StartupError(
        `The job queue in the database is newer than this version of Istiqbal (${version}, not ${known}). Install the newer version, or restore an older backup.`,
      );
    }
    const { rows } = await admin.query<{ note: string | null }>(
      `select obj_description(to_regnamespace('pgboss'), 'pg_namespace') as note`,
    );
    if (version === known && rows[0]?.note === given) return;
    await boss.start().catch((error: Error) => {
      throw new StartupError(
        `The job queue in the database (version ${version}) could not be brought to this version (${known}): ${error.message}`,
      );
    });
    await boss.createQueue(followUps, {
      // Again after 1, 2, 4 and 8 minutes, then kept as failed for someone to look at.
      retryLimit: 4,
      retryDelay: 60,
      retryBackoff: true,
      // A process that dies gives its jobs back.
      expireInSeconds: 120,
      retentionSeconds: 365 * 86_400,
      deleteAfterSeconds: 30 * 86_400,
    });
    // Indexes of a newer version are built behind its back.
    while (boss.isBamWorking()) await new Promise((resolve) => setTimeout(resolve, 20));
    await boss.stop();
    if (failures.length > 0) throw failures[0];
    await admin.query(`${rights} comment on schema pgboss is '${given}'`);
  } finally {
    await admin.query('select pg_advisory_unlock(727003)');
    await admin.query('reset role');
  }
}
