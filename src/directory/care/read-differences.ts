import type { PoolClient } from 'pg';
import type { z } from 'zod';
import type { CareEntity, differencesSchema } from './contract.ts';
import { namesOf } from './names.ts';
import { flatten } from './record-fields.ts';
import { fieldsOf } from './record-store.ts';

type Difference = z.infer<typeof differencesSchema>['differences'][number];

const ofEntity = (entity: CareEntity): string => `
  select d.id, d.entity, d.entity_id as "entityId", ${namesOf('r')} as name, d.field, x.name as "sourceName", d.theirs,
    h.source_value as "theirsBefore", d.found_at as "foundAt", ${fieldsOf(entity)} as record
  from directory.difference d join directory.${entity} r on r.id = d.entity_id left join directory.source x on x.key = d.source_key
  left join directory.held_field h on h.entity_id = d.entity_id and h.field = d.field where d.entity = '${entity}'`;

/** What sources changed in what was edited here, newest first. */
export async function listDifferences(tx: PoolClient): Promise<{ differences: Difference[] }> {
  const { rows } = await tx.query<Omit<Difference, 'ours'> & { record: Record<string, unknown> }>(
    `${ofEntity('organization')} union all ${ofEntity('service')} order by "foundAt" desc, id limit 200`,
  );
  return { differences: rows.map(({ record, ...difference }) => ({ ...difference, ours: flatten(record)[difference.field] ?? null })) };
}
