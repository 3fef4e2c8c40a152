import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

export interface Confirmable {
  name: string;
  services: { id: string; name: string }[];
}

/** What the holder of a link is asked about. */
export async function findConfirmable(pool: Pool, organizationId: string, language: string): Promise<Confirmable | undefined> {
  const { rows } = await pool.query<Confirmable>('select name, services from directory.confirmable($1, $2)', [organizationId, language]);
  return rows[0];
}

/** Their word that all is still true; how many services it is about. */
export async function confirmByLink(pool: Pool, organizationId: string): Promise<number> {
  const { rows } = await pool.query<{ confirmed: number }>('select directory.confirm_by_link($1, $2) as confirmed', [
    organizationId,
    randomUUID(),
  ]);
  return rows[0]?.confirmed ?? 0;
}
