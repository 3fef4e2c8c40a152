import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { Databases } from '../../platform/database/open.ts';
import { importApart } from './import-apart.ts';
import type { FileFormat, ImportReason } from './lists.ts';
import type { Mapping } from './mapping.ts';
import type { ImportReport } from './report.ts';
import { type Imported, reportRow, saveReport } from './save-report.ts';
import { safeName } from './sent-file.ts';
import { writeHashed } from './write-hashed.ts';

/** Of all processes one works on the files that were sent: it holds this lock while its session lasts. */
const oneWorks = 727_017;

interface Asked {
  id: string;
  state: 'looking' | 'applying';
  name: string;
  format: FileFormat;
  sha256: string;
  sourceKey: string;
  sourceName: string;
  mapping: Mapping | null;
  skipBadRows: boolean;
  lookId: string;
}
const columns = `f.id, f.state, f.name, f.format, f.sha256, f.source_key as "sourceKey", f.source_name as "sourceName", f.mapping,
  f.skip_bad_rows as "skipBadRows", f.look_id as "lookId"`;

/** What came of a look or of an import, kept with the file; once it came in, the file goes and the report stays. */
async function settle(owner: Client, asked: Asked, startedAt: Date, outcome: ImportReport | ImportReason): Promise<void> {
  const imported: Imported = { id: asked.lookId, name: asked.name, kind: asked.mapping ? 'table' : 'package' };
  const row = reportRow(imported, startedAt, outcome);
  const isIn = row.result === 'ok' && asked.state === 'applying';
  const state = isIn ? 'applied' : row.result === 'ok' ? 'looked_at' : 'refused';
  await owner.query('begin');
  if (asked.state === 'applying') await saveReport(owner, imported, startedAt, outcome);
  await owner.query(
    `update directory.import_file set state = $2, report = $3, running_since = null,
       report_id = (select r.id from directory.import_report r where r.id = $4) where id = $1`,
    [asked.id, state, JSON.stringify(row), asked.lookId],
  );
  if (isIn) await owner.query('delete from directory.import_file_part where file_id = $1', [asked.id]);
  await owner.query('commit');
}

/** What never ended leaves this behind: its process died. It counts as a failure, lest it die again. */
async function settleInterrupted(owner: Client): Promise<void> {
  const { rows } = await owner.query<Asked & { since: Date }>(
    `select ${columns}, f.running_since as since from directory.import_file f where f.running_since is not null`,
  );
  for (const { since, ...asked } of rows) await settle(owner, asked, since, 'interrupted');
}

async function take(owner: Client): Promise<Asked | undefined> {
  const { rows } = await owner.query<Asked>(
    `update directory.import_file f set running_since = now()
     where f.id = (select w.id from directory.import_file w where w.state in ('looking', 'applying') order by w.asked_at, w.id limit 1)
     returning ${columns}`,
  );
  return rows[0];
}

async function* partsOf(owner: Client, id: string): AsyncGenerator<Uint8Array> {
  for (let n = 0; ; n++) {
    const { rows } = await owner.query<{ bytes: Buffer }>('select bytes from directory.import_file_part where file_id = $1 and n = $2', [
      id,
      n,
    ]);
    if (!rows[0]) return;
    yield rows[0].bytes;
  }
}

/** Writes the file out again, part by part, and proves that it is the one that was sent. */
async function writeOut(owner: Client, { id, sha256 }: Asked, path: string): Promise<void> {
  const written = await writeHashed(path, partsOf(owner, id));
  if (written.sha256 !== sha256) throw new Error('a file that was kept is not the one that was sent');
}

async function work(owner: Client, adminUrl: string, asked: Asked, signal?: AbortSignal): Promise<ImportReport | ImportReason> {
  const folder = await mkdtemp(join(tmpdir(), 'istiqbal-import-'));
  try {
    const path = join(folder, safeName(asked.name, asked.format));
    await writeOut(owner, asked, path);
    const { sourceKey, sourceName, skipBadRows, mapping } = asked;
    return await importApart(adminUrl, { path, sourceKey, sourceName, mapping, skipBadRows, dryRun: asked.state === 'looking' }, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Reached = Pick<Databases, 'asOwner' | 'adminUrl'>;

/** Looks at the files that wait for it and imports those that are to come in, one after the other; forgets those whose time is over. Returns how many it worked on. */
export async function runImportFiles(
  { asOwner, adminUrl }: Reached,
  onError: (error: unknown) => void,
  signal?: AbortSignal,
): Promise<number> {
  return asOwner(async (owner) => {
    const { rows } = await owner.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [oneWorks]);
    if (!rows[0]?.mine) return 0;
    await settleInterrupted(owner);
    await owner.query('delete from directory.import_file where expires_at <= now()');
    let done = 0;
    for (let asked = await take(owner); asked; asked = await take(owner)) {
      const startedAt = new Date();
      let outcome: ImportReport | ImportReason;
      try {
        outcome = await work(owner, adminUrl, asked, signal);
      } catch (error) {
        onError(error);
        outcome = 'unexpected';
      }
      if (signal?.aborted) {
        // Told to stop, it is still to be done and begins again with the next process.
        await owner.query('update directory.import_file set running_since = null where id = $1', [asked.id]);
        break;
      }
      await settle(owner, asked, startedAt, outcome);
      done++;
    }
    return done;
  });
}
