import type { Pool, PoolClient } from 'pg';
import { inTransaction } from './transaction.ts';

/** Who acts, and for which organisation: set on each transaction so that row-level security can tell. */
export interface Actor {
  userId: string;
  organizationId: string;
  role: Role;
}
export const roles = ['agent', 'cell_manager', 'partner', 'coordinator', 'administrator'] as const;
export type Role = (typeof roles)[number];
/** Who works at a reception desk and sees the files of their own cell. */
export const deskRoles = ['agent', 'cell_manager'] as const satisfies readonly Role[];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An identifier as SQL text. Throws on anything that is not a uuid, so nothing else can reach the statement. */
function literal(id: string): string {
  if (!uuid.test(id)) throw new Error('not an identifier');
  return `'${id}'`;
}

/** One transaction as `actor`; rolled back when `work` throws. Settings end with it, so a transaction-pooling proxy is safe. */
export async function withActor<T>(
  pool: Pool,
  actor: Pick<Actor, 'userId' | 'organizationId'>,
  work: (tx: PoolClient) => Promise<T>,
): Promise<T> {
  // One message: the way to the database and back is what a short transaction costs.
  const begin = `begin; set local istiqbal.user_id = ${literal(actor.userId)}; set local istiqbal.organization_id = ${literal(actor.organizationId)}`;
  return inTransaction(pool, work, begin);
}
