import type { Pool, PoolClient } from 'pg';
import type { Role } from '../platform/database/actor.ts';
import { hashPassword } from './password.ts';

export interface NewUser {
  email: string;
  name: string;
  password: string;
  language: string;
}
export interface NewMembership {
  userId: string;
  organizationId: string;
  role: Role;
}
type Queries = Pool | PoolClient;

/** The person and their password, in the layout better-auth reads. Throws a unique violation when the address is taken. */
export async function insertUser(tx: Queries, { email, name, password, language }: NewUser): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `with person as (
       insert into access."user" (name, email, email_verified, language) values ($1, $2, true, $3) returning id),
     secret as (
       insert into access.account (account_id, provider_id, user_id, password) select id::text, 'credential', id, $4 from person)
     select id from person`,
    [name, email.toLowerCase(), language, await hashPassword(password)],
  );
  return rows[0]?.id ?? '';
}

/** Adding what is already there changes nothing. */
export async function insertMembership(tx: Queries, { userId, organizationId, role }: NewMembership): Promise<void> {
  await tx.query(
    `insert into access.membership (user_id, organization_id, role) values ($1, $2, $3)
     on conflict (user_id, organization_id, role) where ended_at is null do nothing`,
    [userId, organizationId, role],
  );
}

export async function findUserByEmail(auth: Queries, email: string): Promise<{ id: string } | undefined> {
  const { rows } = await auth.query<{ id: string }>('select id from access."user" where email = $1', [email.toLowerCase()]);
  return rows[0];
}

export async function updateUser(
  auth: Queries,
  userId: string,
  change: { name?: string | undefined; language?: string | undefined },
): Promise<void> {
  await auth.query(
    `update access."user" set name = coalesce($2, name), language = coalesce($3, language), updated_at = now() where id = $1`,
    [userId, change.name ?? null, change.language ?? null],
  );
}

export async function hasAdministrator(auth: Queries): Promise<boolean> {
  const { rows } = await auth.query(`select from access.membership where role = 'administrator' and ended_at is null limit 1`);
  return rows.length > 0;
}
