import type { Pool } from 'pg';

/** How many jobs wait, and how many failed for good and are still kept. */
export async function countJobs(pool: Pool): Promise<{ waiting: number; failed: number }> {
  const { rows } = await pool.query<{ waiting: number; failed: number }>(
    `select count(*) filter (where state < 'active') as waiting, count(*) filter (where state = 'failed') as failed
     from pgboss.job where state in ('created', 'retry', 'failed')`,
  );
  return rows[0] ?? { waiting: 0, failed: 0 };
}
