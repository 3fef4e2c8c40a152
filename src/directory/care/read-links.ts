import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { linksSchema } from './contract.ts';
import { namesOf } from './names.ts';

type Links = z.infer<typeof linksSchema>;

/** An address is dead when it failed on three nights in a row; one that only refuses programs is not. */
export const deadLink = `l.tries >= 3 and l.state <> 'forbidden'`;

/** Dead addresses first, then those that failed lately or lead elsewhere, with the records that show them. */
export async function listLinks(tx: PoolClient): Promise<Links> {
  const used = (entity: string, where: string): string =>
    `select '${entity}' as entity, r.id, ${namesOf('r')} as name from directory.${entity} r where ${where}`;
  const { rows } = await tx.query<Links['links'][number]>(
    `select l.url, l.state, l.moved_to as "movedTo", l.tries, l.since, l.checked_at as "checkedAt",
       coalesce((select jsonb_agg(to_jsonb(u)) from (
         ${used('organization', 'r.website = l.url and r.vanished_at is null')}
         union ${used('service', '(r.url = l.url or r.source_url = l.url) and r.vanished_at is null')}
         union ${used('service', 'r.vanished_at is null and r.id in (select x.service_id from directory.url x where x.url = l.url union select d.service_id from directory.required_document d where d.uri = l.url)')}
       ) u), '[]') as "usedBy"
     from directory.link_check l where l.state not in ('unchecked', 'ok', 'forbidden')
     order by ${deadLink} desc, l.tries desc, l.since, l.url limit 300`,
  );
  return { links: rows };
}
