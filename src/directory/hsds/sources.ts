import { type TableName, tables } from '../import/tables.ts';

/** Columns that are ours to know: they have no place in anything public. */
const withheld: Partial<Record<TableName, readonly string[]>> = { service: ['assurer_email', 'published'] };
/** Of these the public form is older than some of their columns. */
const later: Partial<Record<TableName, readonly string[]>> = {
  schedule: ['season', 'by_appointment', 'open_on_holidays'],
  required_document: ['procedure'],
};
const dated: readonly TableName[] = ['service', 'organization', 'service_at_location'];

/** What HSDS calls the columns of a table, as far as they are public. */
export function publicColumns(table: TableName): string[] {
  const names = Object.keys(tables.find((t) => t.name === table)?.columns ?? {});
  return names.filter((name) => !withheld[table]?.includes(name));
}

/** The rows of a table that anyone may see, as an SQL table expression. */
export function publicRows(table: TableName): string {
  const extra = later[table];
  if (!extra) return `directory.public_${table}`;
  return `(select v.*, ${extra.map((name) => `x.${name}`).join(', ')} from directory.public_${table} v join directory.${table} x using (id))`;
}

/** The columns to read, qualified with `alias`. */
export const selectColumns = (table: TableName, alias: string): string =>
  [...publicColumns(table), ...(dated.includes(table) ? ['last_modified'] : [])].map((name) => `${alias}.${name}`).join(', ');
