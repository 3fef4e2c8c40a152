import { join } from 'node:path';
import type { FileSet } from './file-set.ts';
import { mapCsv } from './map-csv.ts';
import { readMapping } from './mapping.ts';
import type { ReadPackage } from './read-package.ts';
import { rowError } from './row-error.ts';

const mapping = join(import.meta.dirname, '../../../data/mappings/hsds-1.json');
/** Names that HSDS gave up with its version 3. */
const olderFiles = [
  'services_at_location.csv',
  'physical_addresses.csv',
  'postal_addresses.csv',
  'regular_schedules.csv',
  'holiday_schedules.csv',
  'services_taxonomy.csv',
  'service_taxonomy.csv',
  'service_attributes.csv',
  'taxonomy.csv',
  'eligibility.csv',
  'payments_accepted.csv',
  'accessibility_for_disabilities.csv',
];

export const isOlderPackage = (files: FileSet): boolean =>
  files.has('organizations.csv') && files.has('services.csv') && olderFiles.some((name) => files.has(name));

/** Reads a package of HSDS 1 or 2: other file names, ids that are no UUIDs. */
export function readOlderPackage(files: FileSet, source: string): Pick<ReadPackage, 'raw' | 'errors' | 'notes'> {
  const { raw, errors, notes } = mapCsv(files, readMapping(mapping), source);
  for (const [file, column] of [
    ['organizations.csv', 'name'],
    ['services.csv', 'organization_id'],
  ] as const) {
    if (!files.table(file).headers.includes(column)) errors.push(rowError({ file, line: 1, column }, 'column_missing', column));
  }
  return { raw, errors, notes };
}
