import type { Pool } from 'pg';
import type { TableName } from '../import/tables.ts';
import { cleanRecord, type HsdsRecord } from './clean.ts';
import { describeRoom } from './room.ts';
import { shapes } from './shape.ts';
import { publicRows, selectColumns } from './sources.ts';
import { translate } from './translate.ts';

/** Where records are read from, and in which language; null leaves texts as their source wrote them. */
export interface Reading {
  db: Pick<Pool, 'query'>;
  language: string | null;
}

/** The public rows whose `by` is one of `values`, cleaned and translated, in the order of their ids. */
async function readRows(reading: Reading, table: TableName, by: string, values: readonly string[]): Promise<HsdsRecord[]> {
  if (values.length === 0) return [];
  const { rows } = await reading.db.query<Record<string, unknown>>({
    name: `hsds-${table}-${by}`,
    text: `select ${selectColumns(table, 't')} from ${publicRows(table)} t where t.${by} = any ($1::uuid[]) order by t.id`,
    values: [values],
  });
  const records = rows.flatMap((row) => cleanRecord(table, row) ?? []);
  await translate(reading, table, records);
  if (table === 'service_capacity') describeRoom(reading.language, records);
  return records;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const idsOf = (records: readonly HsdsRecord[], by: string): string[] => [
  ...new Set(records.map((r) => textOf(r[by])).filter((id) => id !== '')),
];

/** Joins the single objects that a record names (a service's organisation, the place of a service). */
async function addOnes(reading: Reading, table: TableName, records: HsdsRecord[], full: boolean): Promise<void> {
  for (const [member, { table: other, by }] of Object.entries(shapes[table].ones)) {
    const found = await readRows(reading, other, 'id', idsOf(records, by));
    // An organisation is told whole on its own page; here it is named.
    if (full && other === 'location') await nest(reading, other, found);
    else if (other !== 'location') await addOnes(reading, other, found, full);
    const byId = new Map(found.map((one) => [one.id, one]));
    for (const record of records) {
      const one = byId.get(textOf(record[by]));
      if (one) record[member] = one;
    }
  }
}

async function addAttributes(reading: Reading, records: HsdsRecord[]): Promise<void> {
  const attributes = await readRows(
    reading,
    'attribute',
    'link_id',
    records.map((record) => record.id),
  );
  await addOnes(reading, 'attribute', attributes, true);
  const byLink = Map.groupBy(attributes, (attribute) => textOf(attribute.link_id));
  for (const record of records) {
    const own = byLink.get(record.id);
    if (own) record.attributes = own;
  }
}

/** Nests everything that hangs on the records, however deep. */
async function nest(reading: Reading, table: TableName, records: HsdsRecord[]): Promise<void> {
  if (records.length === 0) return;
  await addOnes(reading, table, records, true);
  for (const [member, { table: child, by }] of Object.entries(shapes[table].arrays)) {
    const parts = await readRows(
      reading,
      child,
      by,
      records.map((record) => record.id),
    );
    await nest(reading, child, parts);
    const byParent = Map.groupBy(parts, (part) => textOf(part[by]));
    for (const record of records) {
      const own = byParent.get(record.id);
      if (own) record[member] = own;
    }
  }
  await addAttributes(reading, records);
}

export type Depth = 'row' | 'full' | 'full_service';

/** The records with these ids in that order: rows with their single objects, or whole. */
export async function readRecords(given: Reading, table: TableName, ids: readonly string[], depth: Depth): Promise<HsdsRecord[]> {
  // What is known of these records is forgotten with them: a list may be streamed whole.
  const reading = { ...given };
  const records = await readRows(reading, table, 'id', ids);
  if (depth === 'row') await addOnes(reading, table, records, false);
  else {
    await nest(reading, table, records);
    for (const record of records) for (const member of Object.keys(shapes[table].arrays)) record[member] ??= [];
    if (table === 'service_at_location') await addServices(reading, records);
    if (depth === 'full_service') await addOfferedServices(reading, records);
  }
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A service at a location is told with its service, as the examples of HSDS do. */
async function addServices(reading: Reading, records: HsdsRecord[]): Promise<void> {
  const services = await readRecords(reading, 'service', idsOf(records, 'service_id'), 'row');
  const byId = new Map(services.map((service) => [service.id, service]));
  for (const record of records) record.service = byId.get(textOf(record.service_id));
}

async function addOfferedServices(reading: Reading, organizations: HsdsRecord[]): Promise<void> {
  const named = await readRows(
    reading,
    'service',
    'organization_id',
    organizations.map((o) => o.id),
  );
  const services = await readRecords(
    reading,
    'service',
    named.map((service) => service.id),
    'full',
  );
  const byOrganization = Map.groupBy(services, (service) => textOf(service.organization_id));
  for (const organization of organizations) organization.services = byOrganization.get(organization.id) ?? [];
}
