import type { Client } from 'pg';
import type { Databases } from '../../platform/database/open.ts';
import { isPublicAddress } from '../care/public-address.ts';
import { applyImport } from './apply.ts';
import type { ApiOptions } from './fetch-hsds.ts';
import { readApi } from './import-api.ts';
import type { ImportReason } from './lists.ts';
import type { ImportReport } from './report.ts';
import { reasonOf, saveReport } from './save-report.ts';

/** A saved directory that comes in by itself. */
export interface Source {
  id: string;
  name: string;
  address: string;
  sourceKey: string;
  language: string | null;
}
interface RunOptions extends Pick<ApiOptions, 'allows' | 'limits'> {
  onError: (error: unknown) => void;
}

/** Of all processes one imports from addresses: it holds this lock while its session lasts. */
export const oneImports = 727_014;
const columns = 's.id, s.name, s.address, s.source_key as "sourceKey", s.language';

/** What an import that never ended leaves behind: its process died. It counts as a failure, lest it die again each minute. */
async function settleInterrupted(owner: Client): Promise<void> {
  const { rows } = await owner.query<Source & { since: Date }>(
    `select ${columns}, s.running_since as since from directory.import_source s where s.running_since is not null`,
  );
  for (const source of rows) await settle(owner, source, source.since, 'interrupted');
}

async function takeDue(owner: Client): Promise<Source | undefined> {
  const { rows } = await owner.query<Source>(
    `update directory.import_source s set running_since = now()
     where s.id = (select d.id from directory.import_source d where d.active and d.due_at <= now() order by d.due_at, d.id limit 1)
     returning ${columns}`,
  );
  return rows[0];
}

/** A source that failed is tried again the next night, whatever its rhythm. */
async function settle(owner: Client, source: Source, startedAt: Date, outcome: ImportReport | ImportReason): Promise<void> {
  const came = await saveReport(owner, { kind: 'hsds_api', name: source.name, sourceId: source.id }, startedAt, outcome);
  await owner.query(
    `update directory.import_source set running_since = null, failures = case when $2 then 0 else failures + 1 end,
       due_at = directory.next_import(case when $2 then rhythm else 'day' end) where id = $1`,
    [source.id, came],
  );
}

/** Imports one saved source now; returns its report. What keeps it from coming in is thrown, once it is kept. */
export async function importSource(owner: Client, source: Source, options: ApiOptions): Promise<ImportReport> {
  const startedAt = new Date();
  const { name: sourceName, address: path, sourceKey, language } = source;
  let report: ImportReport;
  try {
    const input = await readApi({ path, sourceKey }, { ...options, language: language ?? undefined });
    report = await applyImport(owner, { ...input, sourceName });
  } catch (error) {
    // Told to stop, it is still due and begins again with the next process.
    if (options.signal?.aborted) await owner.query('update directory.import_source set running_since = null where id = $1', [source.id]);
    else await settle(owner, source, startedAt, reasonOf(error));
    throw error;
  }
  await settle(owner, source, startedAt, report);
  return report;
}

/** Imports the saved sources that are due, one after the other; returns how many. No transaction is open while their APIs answer. */
export async function runDueImports(
  asOwner: Databases['asOwner'],
  { onError, ...reach }: RunOptions,
  signal?: AbortSignal,
): Promise<number> {
  return asOwner(async (owner) => {
    const { rows } = await owner.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [oneImports]);
    if (!rows[0]?.mine) return 0;
    await settleInterrupted(owner);
    let done = 0;
    for (let source = await takeDue(owner); source; source = await takeDue(owner)) {
      try {
        await importSource(owner, source, { allows: isPublicAddress, ...reach, signal });
      } catch (error) {
        if (!signal?.aborted && reasonOf(error) === 'unexpected') onError(error);
      }
      if (signal?.aborted) break;
      done++;
    }
    return done;
  });
}
