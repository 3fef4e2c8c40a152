import type { Client } from 'pg';
import type { Mapping } from './mapping.ts';

/** Keeps how a source's tables are read, so that its next edition can be sent from a screen. */
export async function saveMapping(owner: Client, sourceKey: string, mapping: Mapping): Promise<void> {
  await owner.query(
    `insert into directory.import_mapping as m (source_key, name, mapping) values ($1, $2, $3)
     on conflict (source_key) do update set name = excluded.name, mapping = excluded.mapping, set_by = null, set_at = now()
     where m.mapping <> excluded.mapping`,
    [sourceKey, mapping.name, JSON.stringify(mapping)],
  );
}
