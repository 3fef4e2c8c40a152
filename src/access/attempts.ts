import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import { deriveKey } from '../platform/database/secrets.ts';

const failuresPerAccount = 10;

export interface Attempts {
  /** Counts one try at an account, known or not; false when there were too many in the window. */
  take(email: string): Promise<boolean>;
  /** A right password ends the count. */
  forget(email: string): Promise<void>;
}

/** Slows the guessing of one account's password from many addresses. The key is a keyed hash: the table names nobody. */
export function createAttempts(auth: Pool, secret: string, windowSeconds: number): Attempts {
  const key = deriveKey(secret, 'attempts');
  const keyOf = (email: string) => `account|${createHmac('sha256', key).update(email.trim().toLowerCase()).digest('hex')}`;
  return {
    async take(email) {
      const { rows } = await auth.query<{ count: number }>(
        `insert into access.rate_limit as r (key, count, last_request) values ($1, 1, $2)
         on conflict (key) do update set
           count = case when r.last_request < $3 then 1 else r.count + 1 end,
           last_request = case when r.count < $4 or r.last_request < $3 then excluded.last_request else r.last_request end
         returning count`,
        [keyOf(email), Date.now(), Date.now() - windowSeconds * 1000, failuresPerAccount],
      );
      return (rows[0]?.count ?? 1) <= failuresPerAccount;
    },
    async forget(email) {
      await auth.query('delete from access.rate_limit where key = $1', [keyOf(email)]);
    },
  };
}
