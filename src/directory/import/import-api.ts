import type { Client } from 'pg';
import { applyImport, type ImportInput } from './apply.ts';
import { ApiError, type Api, type ApiOptions, type Json, openApi } from './fetch-hsds.ts';
import { flattener } from './flatten.ts';
import { type ImportOptions, sourceKeyOf, translationsIn } from './import-hsds.ts';
import { listPages } from './list-pages.ts';
import type { ImportReport } from './report.ts';

const hasParts = (record: Json): boolean => Object.values(record).some((value) => Array.isArray(value));

/** Lists may leave arrays out; the record itself has them. */
async function fullRecords(api: Api, path: string): Promise<Json[] | undefined> {
  const rows = await listPages(api, path, { full: 'true' });
  if (!rows || rows.some(hasParts)) return rows;
  const full: Json[] = [];
  for (const row of rows) {
    const record = await api.get(`${path}/${encodeURIComponent(String(row.id))}`);
    full.push(typeof record === 'object' && record !== null ? { ...row, ...record } : row);
  }
  return full;
}

export const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(path);

/** Reads what an HSDS 3 or Open Referral UK API holds; the database is not touched meanwhile. */
export async function readApi(input: ImportOptions, options?: ApiOptions): Promise<ImportInput> {
  const api = openApi(input.path, options);
  const sourceKey = sourceKeyOf(input.sourceKey ?? new URL(input.path).hostname);
  const flat = flattener(sourceKey);
  const services = await fullRecords(api, '/services');
  if (!services) throw new ApiError('no_services', `${input.path} has no /services. Give the address under which the API has it.`);
  for (const [i, record] of services.entries()) flat.add('service', record, 'services', i + 1);
  const others = [
    ['organization', '/organizations'],
    ['taxonomy', '/taxonomies'],
    ['taxonomy_term', '/taxonomy_terms'],
  ] as const;
  for (const [table, path] of others) {
    const records = table === 'organization' ? await fullRecords(api, path) : await listPages(api, path, {});
    for (const [i, record] of (records ?? []).entries()) flat.add(table, record, path.slice(1), i + 1);
  }
  return {
    sourceKey,
    sourceName: input.path,
    raw: flat.raw(),
    translations: input.translations ? translationsIn(input.translations) : [],
    errors: [],
    notes: [],
    dryRun: input.dryRun ?? false,
    skipBadRows: input.skipBadRows ?? false,
  };
}

/** Imports what an HSDS API holds, by its address. */
export const importApi = async (owner: Client, input: ImportOptions, options?: ApiOptions): Promise<ImportReport> =>
  applyImport(owner, await readApi(input, options));
