import type { PoolClient } from 'pg';
import type { Actor } from './database/actor.ts';

/** Notes that a personal file was opened. Part of the reading transaction: no reading without its trace. */
export async function journalRead(tx: PoolClient, actor: Actor, subjectKind: string, subjectId: string): Promise<void> {
  await tx.query(
    `insert into platform.journal (kind, subject_kind, subject_id, organization_id, user_id, payload) values ('file_read', $1, $2, $3, $4, '{}')`,
    [subjectKind, subjectId, actor.organizationId, actor.userId],
  );
}

/** Who opened a file, or took it out in an export, newest first. */
export async function listReaders(
  tx: PoolClient,
  subjectId: string,
  kind: 'file_read' | 'part_of_export' = 'file_read',
): Promise<{ name: string; at: string }[]> {
  const { rows } = await tx.query<{ name: string; at: string }>(
    `select u.name, max(j.at) as at from platform.journal j join access."user" u on u.id = j.user_id
     where j.subject_id = $1 and j.kind = $2 group by u.id, u.name order by at desc limit 50`,
    [subjectId, kind],
  );
  return rows;
}
