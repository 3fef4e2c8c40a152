import { shapes } from '../hsds/shape.ts';
import type { RawTable } from './csv.ts';
import { derivedId } from './derived-id.ts';
import { hangingColumns, type TableName, tables } from './tables.ts';

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const recordsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;

/** Takes HSDS records apart, however deep they nest, into the rows of its tables. */
export function flattener(source: string) {
  const raw = new Map<TableName, Map<string, RawTable>>();
  const known = new Map<string, Record<string, string>>();
  const idOf = (table: TableName, value: unknown): string => {
    const id = textOf(value)?.trim() ?? '';
    return id === '' ? '' : derivedId(source, table, [id]);
  };
  const tableFor = (table: TableName, file: string): RawTable => {
    const files = raw.get(table) ?? new Map<string, RawTable>();
    raw.set(table, files);
    const columns = tables.find((t) => t.name === table)?.columns ?? {};
    const found = files.get(file) ?? { file, headers: Object.keys(columns), rows: [], rowErrors: [], fileErrors: [] };
    files.set(file, found);
    return found;
  };

  /** Keeps one record and what hangs in it; returns its id. `extra` are the columns that tie it to its parent. */
  function add(table: TableName, record: Json, file: string, line: number, extra: Record<string, string> = {}): string {
    const columns = tables.find((t) => t.name === table)?.columns ?? {};
    const hanging = hangingColumns({ name: table } as (typeof tables)[number]);
    const cells: Record<string, string> = { ...extra };
    for (const name of Object.keys(columns)) {
      const value = textOf(record[name]);
      const link = columns[name]?.link;
      if (value === undefined || value.trim() === '' || cells[name] !== undefined || name === hanging?.id) continue;
      cells[name] = link ? idOf(link, value) : value;
    }
    for (const [member, { table: other, by }] of Object.entries(shapes[table].ones)) {
      const one = record[member];
      if (isRecord(one)) cells[by] = add(other, one, `${file}/${member}`, line);
    }
    const id = idOf(table, record.id);
    cells.id = id;
    const key = `${table} ${id}`;
    const before = id === '' ? undefined : known.get(key);
    // The same place or term comes again in each record that uses it; what one telling left out another may hold.
    if (before) for (const [name, value] of Object.entries(cells)) before[name] ||= value;
    else {
      known.set(key, cells);
      tableFor(table, file).rows.push({ line, cells });
    }
    for (const [member, { table: child, by }] of Object.entries(shapes[table].arrays)) {
      for (const part of recordsOf(record[member])) add(child, part, `${file}/${member}`, line, { [by]: id });
    }
    for (const part of recordsOf(record.attributes))
      add('attribute', part, `${file}/attributes`, line, { link_id: id, link_entity: table });
    for (const part of recordsOf(record.metadata))
      add('metadata', part, `${file}/metadata`, line, { resource_id: id, resource_type: table });
    return id;
  }

  return {
    /** One record of a list, with its place in it. */
    add: (table: TableName, record: unknown, file: string, line: number): void => {
      if (isRecord(record)) add(table, record, file, line);
    },
    raw: (): Map<TableName, RawTable[]> => {
      const result = new Map<TableName, RawTable[]>([...raw].map(([table, files]) => [table, [...files.values()]]));
      // Without a single record nothing would tell an empty directory from a wrong address.
      for (const table of ['organization', 'service'] as const) if (!result.has(table)) result.set(table, [tableFor(table, table)]);
      return result;
    },
  };
}
