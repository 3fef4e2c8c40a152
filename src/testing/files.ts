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

/** A short sound: plain samples, unless it is told to be what nobody takes. `beside` stands in a chunk before them, as a title would. */
export function buildWav({ samples = 400, channels = 1, coding = 1, beside = '' } = {}): Buffer {
  const format = Buffer.alloc(16);
  format.writeUInt16LE(coding, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(16_000, 4);
  format.writeUInt32LE(32_000, 8);
  format.writeUInt16LE(2, 12);
  format.writeUInt16LE(16, 14);
  const sound = Buffer.alloc(samples * 2);
  for (let i = 0; i < samples; i++) sound.writeInt16LE(Math.round(8000 * Math.sin(i / 5)), i * 2);
  const chunk = (name: string, bytes: Buffer): Buffer => {
    const head = Buffer.from(`${name}0000`, 'latin1');
    head.writeUInt32LE(bytes.length, 4);
    return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
  };
  const chunks = [chunk('fmt ', format), ...(beside ? [chunk('LIST', Buffer.from(beside))] : []), chunk('data', sound)];
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]));
}
