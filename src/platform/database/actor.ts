import type { Pool, PoolClient } from 'pg';
import { inTransaction, inTransactionWriting, type Outcome } from './transaction.ts';

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

type ActingIn = Pick<Actor, 'userId' | 'organizationId'>;

/** Settings end with the transaction, so a transaction-pooling proxy is safe. */
const beginAs = ({ userId, organizationId }: ActingIn): string =>
  `begin; set local istiqbal.user_id = ${literal(userId)}; set local istiqbal.organization_id = ${literal(organizationId)}`;

/** One transaction as `actor`; rolled back when `work` throws. */
export const withActor = async <T>(pool: Pool, actor: ActingIn, work: (tx: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, work, beginAs(actor));

/** The same, writing what `work` decided together with the commit. */
export const withActorWriting = async <T>(pool: Pool, actor: ActingIn, work: (tx: PoolClient) => Promise<Outcome<T>>): Promise<T> =>
  inTransactionWriting(pool, work, beginAs(actor));
