import type { PoolClient } from 'pg';
import type { Actor } from '../database/actor.ts';
import type { TakenFile } from './contract.ts';
import type { SealedFile } from './vault.ts';

type Kept = TakenFile & { sentSha256: string };

/** The file under this identifier, if this person sent it or sees what it is attached to. */
export async function findFile(tx: PoolClient, id: string): Promise<Kept | undefined> {
  const { rows } = await tx.query<Kept>(
    'select id, media_type as "mediaType", size, sent_sha256 as "sentSha256" from files.file where id = $1',
    [id],
  );
  return rows[0];
}

/** How many files of this person wait to be attached. */
export async function countWaiting(tx: PoolClient, { userId }: Actor): Promise<number> {
  const { rows } = await tx.query<{ count: number }>('select count(*) from files.file where user_id = $1 and bound_at is null', [userId]);
  return rows[0]?.count ?? 0;
}

/** False when the identifier is taken. */
export async function addFile(tx: PoolClient, actor: Actor, file: SealedFile & Kept & { sha256: string }): Promise<boolean> {
  const { id, sentSha256, mediaType, size, sha256, blob, keyId, wrappedKey } = file;
  const { rowCount } = await tx.query(
    `insert into files.file (id, organization_id, user_id, sent_sha256, media_type, size, sha256, blob, key_id, wrapped_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [id, actor.organizationId, actor.userId, sentSha256, mediaType, size, sha256, blob, keyId, wrappedKey],
  );
  return rowCount === 1;
}
