import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { addImportSourceSchema } from '../care/import-contract.ts';
import { addressProblem, keyFor } from '../care/import-sources.ts';
import { isPublicAddress } from '../care/public-address.ts';
import { type ApiOptions, ApiError } from './fetch-hsds.ts';
import { sourceKeyOf } from './import-hsds.ts';
import type { ImportRhythm } from './lists.ts';
import type { ImportReport } from './report.ts';
import { importSource, oneImports, type Source } from './run-due-imports.ts';

/** Saves an address to be imported again and again; one that was saved before changes its rhythm. Throws `ApiError` when it cannot be one. */
async function saveSource(owner: Client, typed: string, rhythm: ImportRhythm, key: string | undefined, reach: ApiOptions): Promise<Source> {
  const host = URL.canParse(typed) ? new URL(typed).host : typed;
  const said = addImportSourceSchema.safeParse({ sourceId: randomUUID(), name: host, address: typed, rhythm });
  if (!said.success)
    throw new ApiError('not_an_address', 'This address cannot be saved. Give one that begins with https:// and holds no password.');
  const { sourceId, name, address } = said.data;
  if (!reach.allows && addressProblem(address))
    throw new ApiError('not_public', `${address} is not in the public Internet: it can be imported by hand, and not saved.`);
  const { rows: saved } = await owner.query<{ sourceKey: string }>(
    'select source_key as "sourceKey" from directory.import_source where address <> $1',
    [address],
  );
  const taken = new Set(saved.map(({ sourceKey }) => sourceKey));
  if (key !== undefined && taken.has(key))
    throw new ApiError('not_an_address', `Another saved source has the key ${key}. Give another --source.`);
  const { rows } = await owner.query<Source>(
    `insert into directory.import_source as s (id, name, address, source_key, rhythm, running_since) values ($1, $2, $3, $4, $5, now())
     on conflict (address) do update set rhythm = excluded.rhythm, active = true, running_since = now()
     returning s.id, s.name, s.address, s.source_key as "sourceKey", s.language`,
    [sourceId, name, address, key === undefined ? keyFor(address, taken) : sourceKeyOf(key), rhythm],
  );
  const source = rows[0];
  if (!source) throw new Error('the source was not saved');
  return source;
}

/** Saves an address and imports it for the first time, after what the platform itself is importing. */
export async function importAndSave(
  owner: Client,
  address: string,
  rhythm: ImportRhythm,
  key?: string,
  reach: ApiOptions = {},
): Promise<ImportReport> {
  await owner.query('select pg_advisory_lock($1)', [oneImports]);
  return importSource(owner, await saveSource(owner, address, rhythm, key, reach), { allows: isPublicAddress, ...reach });
}
