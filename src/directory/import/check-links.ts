import type { Client } from 'pg';
import { type Dataset, type Row, refuse, usable } from './dataset.ts';
import type { Entity } from './fields.ts';
import { hangingColumns, isTableName, type Table, type TableName, tables, unitOfPlaces } from './tables.ts';

const present = (data: Dataset, name: TableName): Set<string> => new Set(usable(data, name).map((row) => row.id));
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function checkTwice(data: Dataset, table: Table): void {
  const first = new Map<string, Row>();
  const codes = new Set<string>();
  for (const row of usable(data, table.name)) {
    const before = first.get(row.id);
    if (before) refuse(data, row, 'id', 'id_twice', row.id, String(before.line));
    else first.set(row.id, row);
    if (table.name !== 'taxonomy_term' || row.broken || !row.values.code) continue;
    const key = JSON.stringify([row.values.taxonomy_id, row.values.code]);
    if (codes.has(key)) refuse(data, row, 'code', 'code_twice', text(row.values.code));
    codes.add(key);
  }
}

/** Rows whose id another source, or the platform itself, already uses. */
async function checkOwner(owner: Client, data: Dataset, table: Table, source: string): Promise<void> {
  const rows = usable(data, table.name);
  if (rows.length === 0) return;
  const { rows: taken } = await owner.query<{ id: string }>(
    `select t.id from directory.${table.name} t join unnest($1::uuid[]) as s(id) using (id) where t.source_key is distinct from $2`,
    [rows.map((row) => row.id), source],
  );
  const ids = new Set(taken.map((row) => row.id).filter((id) => id !== unitOfPlaces));
  for (const row of rows) if (ids.has(row.id)) refuse(data, row, 'id', 'owned_elsewhere', row.id);
}

/** Ids of other sources that rows of this one may refer to. */
async function foreignIds(owner: Client, entity: Entity, wanted: string[], source: string): Promise<Set<string>> {
  if (wanted.length === 0) return new Set();
  const vanishes = tables.some((t) => t.name === entity && t.leaving === 'vanishes');
  const { rows } = await owner.query<{ id: string }>(
    `select t.id from directory.${entity} t join unnest($1::uuid[]) as s(id) using (id)
     where t.source_key is distinct from $2 ${vanishes ? 'and t.vanished_at is null' : ''}`,
    [[...new Set(wanted)], source],
  );
  return new Set(rows.map((row) => row.id));
}

async function checkLinks(owner: Client, data: Dataset, table: Table, source: string): Promise<void> {
  for (const [name, column] of Object.entries(table.columns)) {
    const entity = column.link;
    if (!entity) continue;
    const rows = usable(data, table.name).filter((row) => row.values[name]);
    const wanted = rows.map((row) => text(row.values[name]));
    const elsewhere = column.parent ? new Set<string>() : await foreignIds(owner, entity, wanted, source);
    // A term under a term that has just been refused is refused too, and so on down.
    for (let again = true; again; ) {
      again = false;
      const here = present(data, entity);
      for (const row of rows) {
        const id = text(row.values[name]);
        if (row.broken || here.has(id) || elsewhere.has(id)) continue;
        // A row that stands in the file but is refused has told its own reason.
        if (data.seen.get(entity)?.has(id)) row.broken = true;
        else refuse(data, row, name, 'link_missing', id);
        again ||= entity === table.name;
      }
    }
  }
  checkHanging(data, table);
}

/** The object that a row names by its kind and id must be in the same import. */
function checkHanging(data: Dataset, table: Table): void {
  const columns = hangingColumns(table);
  if (!columns) return;
  const entityOf = (row: Row): string => text(row.values[columns.entity]);
  const other = new Set(usable(data, table.name).filter((row) => !isTableName(entityOf(row))));
  const [first] = other;
  if (first) {
    data.rows.set(
      table.name,
      (data.rows.get(table.name) ?? []).filter((row) => !other.has(row)),
    );
    data.notes.push({ file: first.raw.file, code: 'rows', what: String(other.size) });
  }
  const here = new Map<TableName, Set<string>>();
  for (const row of usable(data, table.name)) {
    const entity = entityOf(row);
    if (!isTableName(entity)) continue;
    const ids = here.get(entity) ?? present(data, entity);
    here.set(entity, ids);
    const id = text(row.values[columns.id]);
    if (ids.has(id)) continue;
    if (data.seen.get(entity)?.has(id)) row.broken = true;
    else refuse(data, row, columns.id, 'link_missing', id);
  }
}

function checkCycles(data: Dataset, name: TableName, column: string): void {
  const rows = usable(data, name);
  const parents = new Map(rows.map((row) => [row.id, text(row.values[column])]));
  for (const row of rows) {
    let id = parents.get(row.id);
    for (let steps = 0; id && id !== row.id && steps < 50; steps++) id = parents.get(id);
    if (id) refuse(data, row, column, 'parent_cycle', row.id);
  }
}

/** Everything that takes more than one row to judge, in the order in which rows refer to each other. */
export async function checkAcross(owner: Client, data: Dataset, source: string): Promise<void> {
  for (const table of tables) {
    checkTwice(data, table);
    await checkOwner(owner, data, table, source);
    if (table.name === 'taxonomy_term') {
      await checkCodesTaken(owner, data);
      checkCycles(data, table.name, 'parent_id');
    }
    if (table.name === 'organization') checkCycles(data, table.name, 'parent_organization_id');
    await checkLinks(owner, data, table, source);
  }
}

/** A term that left the file keeps its code: an attribute may still carry it. */
async function checkCodesTaken(owner: Client, data: Dataset): Promise<void> {
  const rows = usable(data, 'taxonomy_term').filter((row) => row.values.code && row.values.taxonomy_id);
  const { rows: taken } = await owner.query<{ taxonomy_id: string; code: string }>(
    `select t.taxonomy_id, t.code from directory.taxonomy_term t where t.taxonomy_id = any ($1::uuid[]) and t.code is not null and t.id <> all ($2::uuid[])`,
    [[...new Set(rows.map((row) => row.values.taxonomy_id))], rows.map((row) => row.id)],
  );
  const keys = new Set(taken.map((t) => `${t.taxonomy_id} ${t.code}`));
  for (const row of rows) {
    const code = text(row.values.code);
    if (keys.has(`${text(row.values.taxonomy_id)} ${code}`)) refuse(data, row, 'code', 'code_twice', code);
  }
}
