import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { openDatabases } from '../platform/database/open.ts';
import { makeFolder } from './folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a PostgreSQL that is migrated, empty, and does not run. */
    prepared: string;
  }
}

/** Makes a database once; every file of tests starts on a copy of its own. */
export default async function prepare({ provide }: TestProject): Promise<() => void> {
  const folder = makeFolder('istiqbal-prepared-');
  const databases = await openDatabases({ dataDir: folder, databaseUrl: undefined }, ['fsync=off']);
  await databases.close();
  provide('prepared', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
