import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { staleTranslationsSchema } from './contract.ts';
import { namesOf } from './names.ts';

type Stale = z.infer<typeof staleTranslationsSchema>;

/** Translations of records that people can see, whose text was changed since. */
export const staleTranslations = `
  select t.entity, t.entity_id, t.language, t.updated_at, coalesce(s.text_changed_at, o.text_changed_at) as changed_at
  from directory.translation t
  left join directory.service s on t.entity = 'service' and s.id = t.entity_id and s.vanished_at is null and s.status in ('active', 'temporarily closed')
  left join directory.organization o on t.entity = 'organization' and o.id = t.entity_id and o.vanished_at is null
  where t.updated_at < coalesce(s.text_changed_at, o.text_changed_at)`;

export async function listStaleTranslations(tx: PoolClient): Promise<Stale> {
  const { rows } = await tx.query<Stale['translations'][number]>(
    `select x.entity, x.entity_id as id, case x.entity when 'service' then (select ${namesOf('r')} from directory.service r where r.id = x.entity_id)
         else (select ${namesOf('r')} from directory.organization r where r.id = x.entity_id) end as name,
       x.language, x.updated_at as "translatedAt", x.changed_at as "originalChangedAt"
     from (${staleTranslations}) x order by x.changed_at, x.entity_id, x.language limit 300`,
  );
  return { translations: rows };
}
