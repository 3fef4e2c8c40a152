import type { PoolClient } from 'pg';
import type { SealedFile } from '../../platform/files/vault.ts';
import type { Letterhead } from './contract.ts';

/** The head of an organisation's papers: its own, or what the directory shows of it. */
export async function getLetterhead(tx: PoolClient, organizationId: string): Promise<Letterhead & { isOwn: boolean }> {
  const { rows } = await tx.query<Letterhead & { isOwn: boolean }>(
    `select coalesce(h.name, jsonb_build_object('fr', o.name, 'ar', coalesce(t.name, o.name))) as name,
       coalesce(h.address, jsonb_build_object('fr', coalesce(a.address_1 || ', ' || a.city, ''), 'ar', '')) as address,
       case when h.id is null then (select p.number from directory.public_phone p where p.organization_id = o.id order by p.id limit 1) else h.phone end as phone,
       case when h.id is null then o.email else h.email end as email, h.logo_file_id as "logoFileId", h.id is not null as "isOwn",
       coalesce((select c.timezone from directory.calendar c), 'UTC') as timezone
     from directory.organization o
     left join directory.translation t on t.entity_id = o.id and t.language = 'ar' and t.entity = 'organization'
     left join lateral (select * from desk.letterhead h where h.organization_id = o.id order by h.set_at desc, h.id desc limit 1) h on true
     left join lateral (select a.address_1, a.city from directory.location l join directory.address a on a.location_id = l.id
                        where l.organization_id = o.id and l.vanished_at is null and not l.confidential order by l.id limit 1) a on true
     where o.id = $1`,
    [organizationId],
  );
  if (!rows[0]) throw new Error('the acting organisation is not in the directory');
  return rows[0];
}

export async function findLogo(tx: PoolClient, fileId: string): Promise<SealedFile | undefined> {
  const { rows } = await tx.query<SealedFile>(
    `select f.id, f.blob, f.key_id as "keyId", f.wrapped_key as "wrappedKey" from files.file f
     where f.id = $1 and exists (select from desk.letterhead l where l.logo_file_id = f.id)`,
    [fileId],
  );
  return rows[0];
}
