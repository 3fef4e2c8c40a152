import type { PoolClient } from 'pg';
import type { Actor } from '../../../platform/database/actor.ts';
import type { ExportLine } from '../contract-export.ts';
import { findSealed } from '../import/store.ts';

export async function listExports(tx: PoolClient): Promise<ExportLine[]> {
  const { rows } = await tx.query<ExportLine>(
    `select e.id, e.kind, e.options -> 'columns' as columns, e.options ->> 'since' as since, e.options ->> 'until' as until, e.options -> 'needs' as needs,
       e.named, e.with_contacts as "withContacts", e.contacts_reason as "contactsReason", e.purpose, e.format,
       case when e.state = 'ready' and e.expires_at <= now() then 'removed' else e.state end as state, e.done, e.total, u.name as owner,
       e.asked_at as "askedAt", e.expires_at as "expiresAt",
       coalesce((select jsonb_agg(jsonb_build_object('by', w.name, 'at', d.at) order by d.at desc)
                 from cases.register_download d left join access."user" w on w.id = d.user_id where d.export_id = e.id), '[]') as downloads
     from cases.register_export e left join access."user" u on u.id = e.owner_id order by e.asked_at desc limit 200`,
  );
  return rows;
}

/** The file of an export that is ready; whoever takes it is noted in the same breath. */
export async function takeExport(tx: PoolClient, actor: Actor, id: string) {
  const { rows } = await tx.query<{ kind: string; format: 'csv' | 'xlsx' }>(
    `select kind, format from cases.register_export where id = $1 and state = 'ready' and expires_at > now()`,
    [id],
  );
  const sealed = rows[0] && (await findSealed(tx, 'register_export', id));
  if (!rows[0] || !sealed) return undefined;
  await tx.query('insert into cases.register_download (organization_id, export_id, user_id) values ($1, $2, $3)', [
    actor.organizationId,
    id,
    actor.userId,
  ]);
  return { ...rows[0], sealed };
}
