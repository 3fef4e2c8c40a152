import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { StartupError } from '../config.ts';

export const migrationsDir = join(import.meta.dirname, '../../../migrations');

/** Applies the `.sql` files not yet applied, each in its own transaction, and returns their names. Refuses a database newer than the code. */
export async function migrate(admin: Client, folder = migrationsDir): Promise<string[]> {
  const files = readdirSync(folder)
    .filter((f) => f.endsWith('.sql'))
    .sort();
  await admin.query('set role istiqbal_owner');
  await admin.query('select pg_advisory_lock(727002)');
  try {
    await admin.query(`create table if not exists public.migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const { rows } = await admin.query<{ name: string; checksum: string }>('select name, checksum from public.migration');
    const unknown = rows.filter((r) => !files.includes(r.name)).map((r) => r.name);
    if (unknown.length > 0) {
      throw new StartupError(
        `The database is newer than this version of Istiqbal (it has ${unknown.join(', ')}). Install the newer version, or restore an older backup.`,
      );
    }
    const applied = new Map(rows.map((r) => [r.name, r.checksum]));
    const done: string[] = [];
    for (const name of files) {
      const text = readFileSync(join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      const known = applied.get(name);
      if (known && known !== checksum)
        throw new StartupError(`The migration ${name} was changed after it was applied. Restore its original text.`);
      if (known) continue;
      await admin.query('begin');
      try {
        await admin.query(text);
        await admin.query('insert into public.migration (name, checksum) values ($1, $2)', [name, checksum]);
        await admin.query('commit');
      } catch (error) {
        await admin.query('rollback');
        throw error;
      }
      done.push(name);
    }
    return done;
  } finally {
    await admin.query('select pg_advisory_unlock(727002)');
    await admin.query('reset role');
  }
}
