import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { CareEntity, mergesSchema } from './contract.ts';
import { namesOf } from './names.ts';

type Merges = z.infer<typeof mergesSchema>;
const ofEntity = (entity: CareEntity): string => `
  select m.id, m.entity, jsonb_build_object('id', k.id, 'name', ${namesOf('k')}) as kept, jsonb_build_object('id', g.id, 'name', ${namesOf('g')}) as gone,
    (select coalesce(jsonb_object_agg(split_part(x.key, '.', 2), x.n), '{}') from (
      select e.key, jsonb_array_length(e.value) as n from jsonb_each(m.moved) e) x) as moved,
    u.name as "mergedBy", m.merged_at as "mergedAt", m.undone_at as "undoneAt"
  from directory.merge m join directory.${entity} k on k.id = m.kept_id join directory.${entity} g on g.id = m.gone_id
  left join access."user" u on u.id = m.merged_by where m.entity = '${entity}'`;

/** Merges, newest first. */
export async function listMerges(tx: PoolClient): Promise<Merges> {
  const { rows } = await tx.query<Merges['merges'][number]>(
    `${ofEntity('organization')} union all ${ofEntity('service')} order by "mergedAt" desc limit 200`,
  );
  return { merges: rows };
}
