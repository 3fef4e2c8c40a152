import type { Pool, PoolClient } from 'pg';
import type { Statement } from './batch.ts';
import type { Role } from './member-roles.ts';
import { begin, inTransaction, inTransactionWriting, type Outcome } from './transaction.ts';

export { deskRoles, type Role } from './member-roles.ts';

/** Who acts, and for which organisation: set on each transaction so that row-level security can tell. */
export interface Actor {
  userId: string;
  organizationId: string;
  role: Role;
}

type ActingIn = Pick<Actor, 'userId' | 'organizationId'>;

/** Settings end with the transaction, so a transaction-pooling proxy is safe. */
const settings = ({ userId, organizationId }: ActingIn): Statement => ({
  name: 'act-as',
  text: `select set_config('istiqbal.user_id', $1, true), set_config('istiqbal.organization_id', $2, true)`,
  values: [userId, organizationId],
});
const actAs = (actor: ActingIn): Statement[] => [begin, settings(actor)];

/** One transaction as `actor`; rolled back when `work` throws. */
export const withActor = async <T>(pool: Pool, actor: ActingIn, work: (tx: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, work, actAs(actor));

/** The same, writing what `work` decided together with the commit. */
export const withActorWriting = async <T>(pool: Pool, actor: ActingIn, work: (tx: PoolClient) => Promise<Outcome<T>>): Promise<T> =>
  inTransactionWriting(pool, work, actAs(actor));

/** From here on a transaction that has begun acts for `actor`: for work done later on somebody's behalf. */
export const actInside = async (tx: PoolClient, actor: ActingIn): Promise<void> => {
  await tx.query(settings(actor));
};
