import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { diskStore } from '../platform/files/blob-store.ts';
import { parseKeys } from '../platform/files/keys.ts';
import { createVault, type Vault } from '../platform/files/vault.ts';

/** Under a key of the tests. */
export const testVault = (folder: string): Vault => createVault(diskStore(folder), parseKeys(`essai:${'0'.repeat(64)}`, 'a test'));

/** Gives a test file a vault of its own, and the folder its blobs lie in. Read it inside tests only. */
export function useVault(): () => { vault: Vault; folder: string } {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'istiqbal-vault-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => ({ vault: testVault(folder), folder });
}
