import type { Pool, PoolClient } from 'pg';
import type { GivenFile } from '../platform/files/give-file.ts';

/**
 * The document or photograph of a proof, for whoever sees that proof: those who sign in, and everybody once it is marked public and its action
 * published. Undefined where there is none, or not for this reader.
 */
export async function findProofFile(tx: Pool | PoolClient, proofId: string): Promise<GivenFile | undefined> {
  const { rows } = await tx.query<GivenFile>(
    `select f.id, f.blob, f.key_id as "keyId", f.wrapped_key as "wrappedKey", f.media_type as "mediaType",
       coalesce(p.words ->> 'fr', p.words ->> 'ar', p.words ->> 'en', p.words ->> 'es') as title
     from coordination.proof p join files.file f on f.id = p.file_id where p.id = $1`,
    [proofId],
  );
  return rows[0];
}
