import type { Client } from 'pg';
import type { MasterKeys } from './keys.ts';
import type { SealedFile, Vault } from './vault.ts';

/** Names of master keys that files lie under and that are not here: those files cannot be read. */
export async function listMissingKeys(owner: Client, keys: MasterKeys): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>('select distinct key_id as id from files.file order by 1');
  return rows.map((row) => row.id).filter((id) => !keys.has(id));
}

/** Puts the keys of all files under the current master key. The bytes stay as they are. Returns how many. Throws `KeyMissing`. */
export async function rewrapAll(owner: Client, vault: Vault): Promise<number> {
  for (let done = 0; ; ) {
    const { rows } = await owner.query<SealedFile>(
      `select id, blob, key_id as "keyId", wrapped_key as "wrappedKey" from files.file where key_id <> $1 order by id limit 500`,
      [vault.keys.current.id],
    );
    if (rows.length === 0) return done;
    for (const file of rows) {
      const { keyId, wrappedKey } = vault.rewrap(file);
      // Removed meanwhile, it stays so.
      await owner.query('update files.file set key_id = $2, wrapped_key = $3 where id = $1', [file.id, keyId, wrappedKey]);
    }
    done += rows.length;
  }
}
