import type { Pool, PoolClient } from 'pg';

/** Who acts, and for which organisation: set on each transaction so that row-level security can tell. */
export interface Actor {
  userId: string;
  organizationId: string;
  role: Role;
}
export const roles = ['agent', 'cell_manager', 'partner', 'coordinator', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** One transaction as `actor`; rolled back when `work` throws. Settings end with it, so a transaction-pooling proxy is safe. */
export async function withActor<T>(pool: Pool, actor: Pick<Actor, 'userId' | 'organizationId'>, work: (tx: PoolClient) => Promise<T>): Promise<T> {
  const tx = await pool.connect();
  try {
    await tx.query('begin');
    await tx.query(`select set_config('istiqbal.user_id', $1, true), set_config('istiqbal.organization_id', $2, true)`, [
      actor.userId,
      actor.organizationId,
    ]);
    const result = await work(tx);
    await tx.query('commit');
    return result;
  } catch (error) {
    await tx.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    tx.release();
  }
}
