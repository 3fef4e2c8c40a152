import type { PoolClient } from 'pg';
import type { Actor } from '../../../platform/database/actor.ts';
import type { SealedFile } from '../../../platform/files/vault.ts';
import type { Column, Mapping, RegisterNote, RegisterReport } from '../contract.ts';
import type { ImportState } from '../lists.ts';

type Tx = Pick<PoolClient, 'query'>;

export interface KeptRegister {
  id: string;
  state: ImportState;
  reason: string | null;
  format: 'csv' | 'xlsx';
  columns: Column[];
  notes: RegisterNote[];
  mapping: Mapping | null;
  checkId: string | null;
  report: RegisterReport | null;
  expiresAt: Date;
}
const kept = `i.id, i.state, i.reason, i.format, i.columns, i.notes, i.mapping, i.check_id as "checkId", i.report,
  i.expires_at as "expiresAt"`;

export async function findKept(tx: Tx, id: string): Promise<KeptRegister | undefined> {
  const { rows } = await tx.query<KeptRegister>(`select ${kept} from cases.register_import i where i.id = $1`, [id]);
  return rows[0];
}
/** The same, held until the transaction ends: two commands about one import follow each other. */
export async function lockKept(tx: Tx, id: string): Promise<KeptRegister | undefined> {
  const { rows } = await tx.query<KeptRegister>(`select ${kept} from cases.register_import i where i.id = $1 for update`, [id]);
  return rows[0];
}

export async function findSent(tx: Tx, id: string): Promise<{ sha256: string } | undefined> {
  const { rows } = await tx.query<{ sha256: string }>('select sha256 from cases.register_import where id = $1', [id]);
  return rows[0];
}
export async function countOpen(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*) from cases.register_import where state not in ('applied', 'undone', 'refused') and expires_at > now()`,
  );
  return rows[0]?.count ?? 0;
}

type Sent = SealedFile & { size: number; sha256: string; sentSha256: string; format: 'csv' | 'xlsx' };
const mediaTypes = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** A sealed file that belongs to a register or an export from the first: it never waits to be attached. */
export async function addSealed(tx: Tx, actor: Actor, file: Sent): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into files.file (id, organization_id, user_id, sent_sha256, media_type, size, sha256, blob, key_id, wrapped_key, bound_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now()) on conflict do nothing`,
    [
      file.id,
      actor.organizationId,
      actor.userId,
      file.sentSha256,
      mediaTypes[file.format],
      file.size,
      file.sha256,
      file.blob,
      file.keyId,
      file.wrappedKey,
    ],
  );
  return rowCount === 1;
}

/** False when the identifier is taken, also by another cell. */
export async function addRegister(tx: Tx, actor: Actor, file: Sent): Promise<boolean> {
  if (!(await addSealed(tx, actor, file))) return false;
  await tx.query(
    'insert into cases.register_import (id, organization_id, sent_by, file_id, sha256, size, format) values ($1, $2, $3, $1, $4, $5, $6)',
    [file.id, actor.organizationId, actor.userId, file.sentSha256, file.size, file.format],
  );
  return true;
}

/** The sealed file behind an import or an export, if it is still kept. */
export async function findSealed(tx: Tx, table: 'register_import' | 'register_export', id: string): Promise<SealedFile | undefined> {
  const { rows } = await tx.query<SealedFile>(
    `select f.id, f.blob, f.key_id as "keyId", f.wrapped_key as "wrappedKey" from cases.${table} o join files.file f on f.id = o.file_id where o.id = $1`,
    [id],
  );
  return rows[0];
}
