import type { Client } from 'pg';
import { deriveKey } from './secrets.ts';

const logins = ['istiqbal_app', 'istiqbal_auth'] as const;
export type LoginRole = (typeof logins)[number];

/** The password of a login role, known to whoever holds the installation's secret. */
export const rolePassword = (secret: string, role: LoginRole): string => deriveKey(secret, `role:${role}`);

/**
 * Roles belong to the server, not to one database, so they are made before any migration.
 * `istiqbal_owner` owns the tables; `istiqbal_app` serves requests and cannot bypass row-level security;
 * `istiqbal_auth` sees only the sign-in tables. Nobody can sign in as the other two: `istiqbal_counter` counts rows for oversight,
 * `istiqbal_eraser` erases a person's file.
 */
export async function ensureRoles(admin: Client, secret: string): Promise<void> {
  await admin.query(`select pg_advisory_lock(727001)`);
  try {
    for (const role of ['istiqbal_owner', 'istiqbal_counter', 'istiqbal_eraser', ...logins]) {
      const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
      if (!rowCount) await admin.query(`create role ${role} nosuperuser nocreatedb nocreaterole nobypassrls`);
    }
    for (const role of logins) await admin.query(`alter role ${role} login password '${rolePassword(secret, role)}'`);
    await admin.query('grant istiqbal_owner, istiqbal_counter, istiqbal_eraser to current_user');
    await admin.query('grant istiqbal_counter, istiqbal_eraser to istiqbal_owner');
    const { rows } = await admin.query<{ name: string }>('select current_database() as name');
    await admin.query(`alter database "${rows[0]?.name}" owner to istiqbal_owner`);
  } finally {
    await admin.query(`select pg_advisory_unlock(727001)`);
  }
}
