import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useVault } from '../../testing/files.ts';
import { KeyMissing, parseKeys } from './keys.ts';
import { Damaged } from './seal.ts';
import { createVault } from './vault.ts';

const stage = useVault();
const bytes = Buffer.from('Certificat inventé de Testa Inventée. '.repeat(5000));
const pathOf = (blob: string): string => join(stage().folder, blob.slice(0, 2), blob);

it('keeps nothing readable on the disk, and only this user reads even that', async () => {
  const kept = await stage().vault.keep(randomUUID(), [bytes]);
  expect(readFileSync(pathOf(kept.blob)).includes('Testa')).toBe(false);
  expect(statSync(pathOf(kept.blob)).mode & 0o777).toBe(0o600);
  expect(await stage().vault.open(kept)).toEqual(bytes);
  expect(kept.size).toBe(bytes.length);
});

it('leaves nothing behind when what comes breaks off', async () => {
  const before = readdirSync(stage().folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).length;
  async function* broken() {
    yield bytes;
    throw new Error('it broke off');
  }
  await expect(stage().vault.keep(randomUUID(), broken())).rejects.toThrow('it broke off');
  const after = readdirSync(stage().folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).length;
  expect(after).toBe(before);
});

it('refuses bytes that were changed, exchanged for those of another file, or are gone', async () => {
  const { vault } = stage();
  const [a, b] = [await vault.keep(randomUUID(), [bytes]), await vault.keep(randomUUID(), [bytes])];
  await expect(vault.open({ ...a, blob: b.blob })).rejects.toBeInstanceOf(Damaged);
  await expect(vault.open({ ...a, id: b.id })).rejects.toBeInstanceOf(Damaged);
  await expect(vault.open({ ...a, wrappedKey: b.wrappedKey })).rejects.toBeInstanceOf(Damaged);
  const changed = readFileSync(pathOf(a.blob));
  changed[1000] = (changed[1000] ?? 0) ^ 1;
  writeFileSync(pathOf(a.blob), changed);
  await expect(vault.open(a)).rejects.toBeInstanceOf(Damaged);
  await vault.blobs.remove(b.blob);
  await vault.blobs.remove(b.blob);
  await expect(vault.open(b)).rejects.toBeInstanceOf(Damaged);
});

it('a file of an older key opens, can be put under the new one, and names the key when it is missing', async () => {
  const { vault } = stage();
  const file = await vault.keep(randomUUID(), [bytes]);
  const later = createVault(vault.blobs, parseKeys(`essai:${'0'.repeat(64)} neuf:${'1'.repeat(64)}`, 'a test'));
  expect(await later.open(file)).toEqual(bytes);
  const rewrapped = { ...file, ...later.rewrap(file) };
  expect(rewrapped.keyId).toBe('neuf');
  const last = createVault(vault.blobs, parseKeys(`neuf:${'1'.repeat(64)}`, 'a test'));
  expect(await last.open(rewrapped)).toEqual(bytes);
  await expect(last.open(file)).rejects.toBeInstanceOf(KeyMissing);
});
