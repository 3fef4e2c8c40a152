import type { Client } from 'pg';
import { keepEdits } from '../care/keep-edits.ts';
import { type Dataset, usable } from './dataset.ts';
import { hangingColumns, parentColumns, type Table, type TableName, tables } from './tables.ts';
import { touchParents, type Touched } from './touch.ts';

export interface Counts {
  inserted: number;
  updated: number;
  unchanged: number;
  /** Marked, and kept: the source no longer has them. */
  vanished: number;
  /** Were marked, are there again. */
  returned: number;
  /** Parts of a record (addresses, phones …) that its source no longer has. */
  removed: number;
}
export const noCounts = (): Counts => ({ inserted: 0, updated: 0, unchanged: 0, vanished: 0, returned: 0, removed: 0 });
export const changesOf = (c: Counts): number => c.inserted + c.updated + c.vanished + c.returned + c.removed;

const batchRows = 5000;

async function upsert(
  owner: Client,
  table: Table,
  rows: Record<string, unknown>[],
  source: string,
  counts: Counts,
  touched: Touched,
): Promise<void> {
  const stored = Object.entries(table.columns).filter(([, column]) => !column.derived);
  const names = stored.map(([name]) => name);
  const others = names.filter((name) => name !== 'id');
  const typed = stored.map(([name, column]) => `${name} ${column.type}`).join(', ');
  const vanishes = table.leaving === 'vanishes';
  const extra = ['source_key', ...(table.dated ? ['last_modified'] : [])];
  const extraValues = ['$2', ...(table.dated ? ['now()'] : [])];
  const set = [
    ...others.map((name) => `${name} = excluded.${name}`),
    ...(table.dated ? ['last_modified = now()'] : []),
    ...(vanishes ? ['vanished_at = null'] : []),
  ];
  for (let start = 0; start < rows.length; start += batchRows) {
    const batch = rows.slice(start, start + batchRows);
    const returned = vanishes
      ? await owner.query(`select from directory.${table.name} where id = any ($1::uuid[]) and vanished_at is not null`, [
          batch.map((row) => row.id),
        ])
      : { rowCount: 0 };
    const { rows: written } = await owner.query<{ inserted: boolean } & Record<string, unknown>>(
      `insert into directory.${table.name} as t (${[...names, ...extra].join(', ')})
       select ${[...names.map((name) => `s.${name}`), ...extraValues].join(', ')} from jsonb_to_recordset($1::jsonb) as s(${typed})
       left join directory.${table.name} k on k.id = s.id
       where k.id is null or ${vanishes ? 'k.vanished_at is not null or ' : ''}
         (${others.map((n) => `k.${n}`).join(', ')}) is distinct from (${others.map((n) => `s.${n}`).join(', ')})
       on conflict (id) do update set ${set.join(', ')}
       returning t.xmax = 0 as inserted${touched.columns(table)}`,
      [JSON.stringify(batch), source],
    );
    touched.add(table, written);
    const inserted = written.filter((row) => row.inserted).length;
    const back = returned.rowCount ?? 0;
    counts.inserted += inserted;
    counts.returned += back;
    counts.updated += written.length - inserted - back;
    counts.unchanged += batch.length - written.length;
  }
}

// Lists of ids are met with `any` and `all`, which PostgreSQL looks up in a hash table whatever it believes of their length or of the rows.
const absent = 't.id <> all ($1::uuid[])';

async function markVanished(owner: Client, table: Table, seen: string[], source: string): Promise<number> {
  const { rowCount } = await owner.query(
    `update directory.${table.name} t set vanished_at = now()${table.dated ? ', last_modified = now()' : ''}
     where t.source_key = $2 and t.vanished_at is null and ${absent}`,
    [seen, source],
  );
  return rowCount ?? 0;
}

/** Parts leave with the edition that dropped them, unless their record is itself not in the file (it may come back). */
async function removeParts(
  owner: Client,
  table: Table,
  seen: string[],
  source: string,
  present: ReadonlyMap<TableName, string[]>,
  touched: Touched,
): Promise<number> {
  const hanging = hangingColumns(table);
  const entities = hanging
    ? [...present.keys()]
    : parentColumns(table).flatMap((name) => tables.find((t) => t.name === table.columns[name]?.link)?.name ?? []);
  const ids = entities.flatMap((name) => present.get(name) ?? []);
  const kept = `${parentColumns(table)
    .map((c) => `t.${c} = any ($3::uuid[])`)
    .join(' or ')}`;
  // What such a row hung on may have been a part that left a moment ago.
  const orphan = hanging
    ? `t.${hanging.id} = any ($3::uuid[]) or not (${tables
        .filter((t) => t.name !== table.name)
        .map((t) => `t.${hanging.entity} = '${t.name}' and exists (select from directory.${t.name} x where x.id = t.${hanging.id})`)
        .join(' or ')})`
    : kept;
  const { rows } = await owner.query<Record<string, unknown>>(
    `delete from directory.${table.name} t where t.source_key = $2 and ${absent} and (${orphan}) returning 1${touched.columns(table)}`,
    [seen, source, ids],
  );
  touched.add(table, rows);
  return rows.length;
}

/** Two terms may exchange their codes, which the unique index would refuse half-way: a code that another row takes is freed first. */
async function freeCodes(owner: Client, rows: Record<string, unknown>[]): Promise<void> {
  await owner.query(
    `with fresh as materialized (select * from jsonb_to_recordset($1::jsonb) as s(id uuid, taxonomy_id uuid, code text) where s.code is not null)
     update directory.taxonomy_term t set code = null from fresh s
     where s.taxonomy_id = t.taxonomy_id and s.code = t.code and s.id <> t.id`,
    [JSON.stringify(rows.map(({ id, taxonomy_id, code }) => ({ id, taxonomy_id, code })))],
  );
}

/** Brings the directory to what the package says, inside the caller's transaction. */
export async function writeDataset(owner: Client, data: Dataset, source: string): Promise<Map<string, Counts>> {
  const result = new Map<string, Counts>();
  const present = new Map(tables.map(({ name }) => [name, usable(data, name).map((row) => row.id)]));
  const touched = touchParents();
  const kept = await keepEdits(owner, source);
  for (const table of tables) {
    const counts = noCounts();
    result.set(table.name, counts);
    const rows = await kept.rows(
      table.name,
      usable(data, table.name).map((row) => row.values),
    );
    if (table.name === 'taxonomy_term') await freeCodes(owner, rows);
    const { rowCount: before } = await owner.query(`select from directory.${table.name} where source_key = $1 limit 1`, [source]);
    await upsert(owner, table, rows, source, counts, touched);
    if (before === 0) continue;
    const seen = [...(data.seen.get(table.name) ?? [])];
    if (table.leaving === 'vanishes') counts.vanished = await markVanished(owner, table, seen, source);
    if (table.leaving === 'removed') counts.removed = await removeParts(owner, table, seen, source, present, touched);
  }
  await touched.write(owner);
  await kept.done();
  return result;
}
