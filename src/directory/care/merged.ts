import type { Pool } from 'pg';

/** Each record that was merged, with the one that stands for it. */
export async function listMerged(pool: Pool): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ id: string; kept: string }>(
    `select id, merged_into as kept from directory.organization where merged_into is not null
     union all select id, merged_into from directory.service where merged_into is not null`,
  );
  return new Map(rows.map(({ id, kept }) => [id, kept]));
}
