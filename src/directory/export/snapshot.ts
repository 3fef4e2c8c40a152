import type { ClientBase } from 'pg';
import { type TableName, tables } from '../import/tables.ts';
import { translationColumns } from '../import/translation-table.ts';
import { publicColumns, publicRows, toldRows } from '../hsds/sources.ts';
import { toldVersion } from '../hsds/validators.ts';
import { cellText } from './cell.ts';

/** `public`: what anyone may know; `complete`: drafts, staff and history too, for moving an installation. */
export type Scope = 'public' | 'complete';

/** One state of the directory, read a batch at a time. */
export interface Snapshot {
  db: Pick<ClientBase, 'query'>;
  scope: Scope;
  version: number;
  changedAt: Date;
}

const batch = 2000;

/** Runs work on a directory that stands still, whatever others change meanwhile. */
export async function withSnapshot<T>(client: ClientBase, scope: Scope, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  await client.query(`begin isolation level repeatable read${scope === 'public' ? ' read only' : ''}`);
  try {
    const { number: version, changedAt } = await toldVersion(client);
    if (scope === 'complete') await keepWhatStands(client);
    return await work({ db: client, scope, version, changedAt });
  } finally {
    await client.query('rollback');
  }
}

/** Notes the ids of all that did not vanish, nor hangs on what did. */
async function keepWhatStands(client: ClientBase): Promise<void> {
  await client.query('create temporary table kept (id uuid primary key) on commit drop');
  for (const table of tables) {
    const links = Object.entries(table.columns)
      .filter(([name, column]) => column.parent || (column.link && column.required) || name === 'link_id' || name === 'resource_id')
      .map(([name]) => `(t.${name} is null or t.${name} in (select id from kept))`);
    const conditions = [...(table.leaving === 'vanishes' ? ['t.vanished_at is null'] : []), ...links];
    const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
    await client.query(`insert into kept select t.id from ${toldRows(table.name)} t ${where} on conflict do nothing`);
  }
}

export function columnsOf(table: TableName, scope: Scope): string[] {
  if (scope === 'public') return publicColumns(table);
  return Object.keys(tables.find((t) => t.name === table)?.columns ?? {});
}
const rowsOf = (table: TableName, scope: Scope): string =>
  scope === 'public' ? publicRows(table) : `(select x.* from ${toldRows(table)} x join kept using (id))`;

/** The rows of a table as cells, its column names first. */
export async function* tableCells({ db, scope }: Snapshot, table: TableName): AsyncGenerator<string[]> {
  const columns = columnsOf(table, scope);
  yield columns;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await db.query<Record<string, unknown>>(
      `select ${columns.map((name) => `t.${name}`).join(', ')} from ${rowsOf(table, scope)} t where t.id > $1 order by t.id limit ${batch}`,
      [after],
    );
    for (const row of rows) yield columns.map((name) => cellText(row[name]));
    if (rows.length < batch) return;
    after = String(rows.at(-1)?.id);
  }
}

export interface TranslationTable {
  entity: TableName;
  language: string;
}

export async function listTranslations({ db }: Snapshot): Promise<TranslationTable[]> {
  const { rows } = await db.query<TranslationTable>('select distinct entity, language from directory.translation order by 1, 2');
  return rows;
}

/** The translations of one kind of object into one language, as far as the object itself is told. */
export async function* translationRows(
  { db, scope }: Snapshot,
  { entity, language }: TranslationTable,
): AsyncGenerator<Record<string, unknown>> {
  let after = '00000000-0000-0000-0000-000000000000';
  const members = translationColumns.filter((name) => name !== 'id');
  // The name of a confidential place is told, its description is not.
  const told =
    scope === 'public' && entity === 'location'
      ? `case when directory.opens_location(t.entity_id) then t.description end as description`
      : undefined;
  for (;;) {
    const { rows } = await db.query<Record<string, unknown>>(
      `select t.entity_id as id, ${members.map((name) => (name === 'description' && told ? told : `t.${name}`)).join(', ')}
       from directory.translation t join ${rowsOf(entity, scope)} e on e.id = t.entity_id
       where t.entity = $1 and t.language = $2 and t.entity_id > $3 order by t.entity_id limit ${batch}`,
      [entity, language, after],
    );
    yield* rows;
    if (rows.length < batch) return;
    after = String(rows.at(-1)?.id);
  }
}

export async function* translationCells(snapshot: Snapshot, table: TranslationTable): AsyncGenerator<string[]> {
  yield [...translationColumns];
  for await (const row of translationRows(snapshot, table)) yield translationColumns.map((name) => cellText(row[name]));
}
