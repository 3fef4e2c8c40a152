import type { Column } from '../import/fields.ts';
import { type TableName, tables } from '../import/tables.ts';

export type HsdsRecord = Record<string, unknown> & { id: string };

const columnsOf = new Map<TableName, [string, Column][]>(tables.map((t) => [t.name, Object.entries(t.columns)]));
// RFC 3986 as JSON Schema checks it: browsers forgive more.
const notInUri = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;
const email =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;

/** The address as an absolute URI that every validator takes; undefined when it cannot be one. */
export function absoluteUri(text: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined;
  if (/^https?:\/\/[A-Za-z0-9.-]+(:\d+)?([/?][A-Za-z0-9\-._~/?!$&'()*+,;=:@]*)?$/.test(text)) return text;
  const standard = /^https?:/i.test(text) ? (URL.canParse(text) ? new URL(text).href : '') : text;
  const [before = '', ...fragment] = standard.split('#');
  const escaped = [
    before.replace(/(?<=[?].*)[[\]]/g, encodeURIComponent),
    ...fragment.map((part) => part.replace(/[[\]]/g, encodeURIComponent)),
  ]
    .join('#')
    .replace(notInUri, (letter) => (letter === '%' ? '%25' : letter.isWellFormed() ? encodeURIComponent(letter) : ''));
  return /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(escaped) && fragment.length < 2 ? escaped : undefined;
}

function written(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (column.type === 'numeric') return Number(value);
  if (typeof value !== 'string') return value;
  if (value === '') return column.required ? value : undefined;
  if (column.format === 'uri') return absoluteUri(value);
  if (column.format === 'email') return email.test(value) ? value : undefined;
  return value;
}

/** One row as HSDS writes it: no null, whole URIs, numbers as numbers. Undefined when what it must have cannot be written. */
export function cleanRecord(table: TableName, row: Record<string, unknown>): HsdsRecord | undefined {
  const record: HsdsRecord = { id: String(row.id) };
  for (const [name, column] of columnsOf.get(table) ?? []) {
    const value = written(column, row[name]);
    if (value !== undefined) record[name] = value;
    else if (column.required && column.format) return undefined;
  }
  if (row.last_modified instanceof Date) record.last_modified = row.last_modified.toISOString();
  if (table === 'phone' && typeof record.extension === 'string') withExtension(record, record.extension);
  return record;
}

/** HSDS counts an extension as a number; what is none stays with the number it belongs to. */
function withExtension(phone: HsdsRecord, extension: string): void {
  if (/^[1-9]\d{0,8}$/.test(extension)) phone.extension = Number(extension);
  else {
    phone.number = `${String(phone.number)} x${extension}`;
    delete phone.extension;
  }
}
