import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Databases, openDatabases } from '../platform/database/open.ts';
import { makeFolder } from './folder.ts';
import { keepPersonalWords } from './traces.ts';

/** Gives a test file its own real PostgreSQL, migrated and empty. Read `db()` inside tests only. */
export function useDatabase(): () => Databases {
  let databases: Databases | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = makeFolder('istiqbal-test-');
    // With its owners, whom Node's own copy would leave behind: PostgreSQL refuses a folder of someone else.
    execFileSync('cp', ['-a', `${inject('prepared')}/.`, folder]);
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
