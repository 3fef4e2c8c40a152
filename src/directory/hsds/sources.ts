import { type TableName, tables } from '../import/tables.ts';

/** Columns that are ours to know: they have no place in anything public. */
const withheld: Partial<Record<TableName, readonly string[]>> = { service: ['assurer_email', 'published'] };
const dated: readonly TableName[] = ['service', 'organization', 'service_at_location'];

/** What HSDS calls the columns of a table, as far as they are public. */
export function publicColumns(table: TableName): string[] {
  const names = Object.keys(tables.find((t) => t.name === table)?.columns ?? {});
  return names.filter((name) => !withheld[table]?.includes(name));
}

/** The rows of a table that anyone may see, as an SQL table expression. */
export const publicRows = (table: TableName): string => `directory.public_${table}`;
/** The rows of a table whoever may see them: what is told of a service's room is kept elsewhere. */
export const toldRows = (table: TableName): string => (table === 'service_capacity' ? 'directory.told_capacity' : `directory.${table}`);

/** The columns to read, qualified with `alias`. */
export const selectColumns = (table: TableName, alias: string): string =>
  [...publicColumns(table), ...(dated.includes(table) ? ['last_modified'] : [])].map((name) => `${alias}.${name}`).join(', ');
