import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Databases, openDatabases } from '../platform/database/open.ts';
import { keepPersonalWords } from './traces.ts';

/** Gives a test file its own real PostgreSQL, migrated and empty. Read `db()` inside tests only. */
export function useDatabase(): () => Databases {
  let databases: Databases | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'istiqbal-test-'));
    // Tests prove behaviour, not durability.
    databases = await openDatabases({ dataDir: folder, databaseUrl: undefined }, ['fsync=off', 'synchronous_commit=off']);
  }, 120_000);
  afterAll(async () => {
    if (databases) await keepPersonalWords(databases.adminUrl);
    await databases?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (!databases) throw new Error('the database is not open yet');
    return databases;
  };
}
