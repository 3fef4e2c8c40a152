import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { buildActor } from '../../testing/builders.ts';
import { useDatabase } from '../../testing/database.ts';
import { useVault } from '../../testing/files.ts';
import { withActor } from '../database/actor.ts';
import { parseKeys } from './keys.ts';
import { addFile } from './store.ts';
import { createVault, type SealedFile } from './vault.ts';
import { listMissingKeys, rewrapAll } from './wrapped-keys.ts';

const db = useDatabase();
const stage = useVault();

it('after the master key was changed and the older one thrown away, every file still opens', async () => {
  const actor = await buildActor(db(), 'agent');
  const files = await Promise.all([1, 2, 3].map((n) => stage().vault.keep(randomUUID(), [Buffer.from(`fichier inventé ${n}`)])));
  for (const file of files)
    await withActor(db().app, actor, (tx) => addFile(tx, actor, { ...file, sentSha256: file.sha256, mediaType: 'application/pdf' }));

  const { blobs } = stage().vault;
  const old = `essai:${'0'.repeat(64)}`;
  const fresh = `neuf:${'1'.repeat(64)}`;
  const both = createVault(blobs, parseKeys(`${old} ${fresh}`, 'a test'));
  const alone = createVault(blobs, parseKeys(fresh, 'a test'));
  await db().asOwner(async (owner) => {
    expect(await listMissingKeys(owner, both.keys)).toEqual([]);
    expect(await listMissingKeys(owner, alone.keys)).toEqual(['essai']);
    await expect(rewrapAll(owner, alone)).rejects.toThrow('essai');
    expect(await rewrapAll(owner, both)).toBe(3);
    expect(await rewrapAll(owner, both)).toBe(0);
    expect(await listMissingKeys(owner, alone.keys)).toEqual([]);
    const { rows } = await owner.query<SealedFile>('select id, blob, key_id as "keyId", wrapped_key as "wrappedKey" from files.file');
    const words = await Promise.all(rows.map(async (file) => (await alone.open(file)).toString()));
    expect(words.sort()).toEqual(['fichier inventé 1', 'fichier inventé 2', 'fichier inventé 3']);
  });
});
