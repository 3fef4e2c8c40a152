import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { largestUpload } from '../import/lists.ts';
import type { importFileSchema, importFilesSchema } from './import-file-contract.ts';
import { findLook } from './read-imports.ts';

type ImportFiles = z.infer<typeof importFilesSchema>;
type ImportFile = z.infer<typeof importFileSchema>;

/** What may be chosen for a file, and the organisation's files that wait for a decision, newest first. */
export async function readImportFiles(tx: PoolClient): Promise<ImportFiles> {
  const sources = await tx.query<ImportFiles['sources'][number]>('select key, name from directory.source order by name, key');
  const mappings = await tx.query<ImportFiles['mappings'][number]>(
    'select source_key as key, name from directory.import_mapping order by name, source_key',
  );
  const files = await tx.query<ImportFiles['files'][number]>(
    `select id, name, state, source_name as "sourceName", expires_at as "expiresAt" from directory.import_file where state <> 'applied' order by kept_at desc, id`,
  );
  return { largest: largestUpload, sources: sources.rows, mappings: mappings.rows, files: files.rows };
}

/** One file of the acting organisation. */
export async function findImportFile(tx: PoolClient, id: string): Promise<ImportFile | undefined> {
  const { rows } = await tx.query<Omit<ImportFile, 'report'>>(
    `select id, name, state, format, expires_at as "expiresAt", look_id as "lookId", source_key as "sourceKey", source_name as "sourceName",
       mapping is not null as "byMapping", skip_bad_rows as "skipBadRows", running_since is not null as "isRunning", report_id as "reportId"
     from directory.import_file where id = $1`,
    [id],
  );
  return rows[0] && { ...rows[0], report: (await findLook(tx, id)) ?? null };
}
