import type { PoolClient } from 'pg';
import type { GivenFile } from '../../platform/files/give-file.ts';
import type { Attachment } from './contract.ts';

export async function listAttachments(tx: PoolClient, caseId: string): Promise<Attachment[]> {
  const { rows } = await tx.query<Attachment>(
    `select a.id, a.kind, a.title, a.restricted, a.attached_at as "attachedAt", u.name as "attachedBy", f.media_type as "mediaType", f.size,
       a.removed_at as "removedAt", r.name as "removedBy", a.removal_reason as "removalReason"
     from cases.attachment a
     left join files.file f on f.id = a.file_id
     left join access."user" u on u.id = a.attached_by
     left join access."user" r on r.id = a.removed_by
     where a.case_id = $1 order by a.attached_at desc, a.id`,
    [caseId],
  );
  return rows;
}

export const isCase = async (tx: PoolClient, id: string): Promise<boolean> =>
  (await tx.query('select from cases."case" where id = $1', [id])).rowCount === 1;

/** What is attached, if it still is. */
export async function findAttachedFile(tx: PoolClient, caseId: string, attachmentId: string): Promise<GivenFile | undefined> {
  const { rows } = await tx.query<GivenFile>(
    `select f.id, f.blob, f.key_id as "keyId", f.wrapped_key as "wrappedKey", f.media_type as "mediaType", a.title
     from cases.attachment a join files.file f on f.id = a.file_id where a.id = $1 and a.case_id = $2`,
    [attachmentId, caseId],
  );
  return rows[0];
}
