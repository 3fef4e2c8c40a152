import type { PoolClient } from 'pg';
import type { z } from 'zod';
import { StartupError } from '../../platform/config.ts';
import { type AnyHandler, handler, refuse } from '../../platform/commands/handler.ts';
import type { FileFormat, fileStates } from '../import/lists.ts';
import { parseMapping } from '../import/mapping.ts';
import { happened } from './acting.ts';
import { importerRoles } from './import-contract.ts';
import {
  applyImportFileSchema,
  dropImportFileSchema,
  type LookAtImportFile,
  lookAtImportFileSchema,
  saveImportMappingSchema,
} from './import-file-contract.ts';

interface Kept {
  state: (typeof fileStates)[number];
  format: FileFormat;
  lookId: string | null;
  sourceKey: string | null;
  sourceName: string | null;
}
interface Known {
  file: Kept | undefined;
  mapping: { key: string; name: string } | undefined;
  source: { key: string; name: string } | undefined;
}
type Tx = Pick<PoolClient, 'query'>;

/** Of another organisation, or forgotten meanwhile: not found, told apart by nobody. */
async function findFile(tx: Tx, fileId: string): Promise<Kept | undefined> {
  const { rows } = await tx.query<Kept>(
    'select state, format, look_id as "lookId", source_key as "sourceKey", source_name as "sourceName" from directory.import_file where id = $1 for update',
    [fileId],
  );
  return rows[0];
}
async function findNamed(tx: Tx, table: 'source' | 'import_mapping', key: string | null): Promise<Known['source']> {
  const column = table === 'source' ? 'key' : 'source_key';
  const { rows } = await tx.query<{ key: string; name: string }>(
    `select ${column} as key, name from directory.${table} where ${column} = $1`,
    [key],
  );
  return rows[0];
}

/** The key of a source that is new: its name, of which a key holds no other signs. */
export const keyOfName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim();

/** Why nothing may be done with a file now. */
function problemOf(file: Kept | undefined): string | undefined {
  if (!file) return 'import_file_not_found';
  if (file.state === 'applied') return 'import_file_applied';
  return file.state === 'looking' || file.state === 'applying' ? 'import_file_busy' : undefined;
}
/** Nothing is chosen: in the way it was looked at before. */
const isAsBefore = ({ mappingKey, sourceKey, sourceName }: LookAtImportFile): boolean =>
  mappingKey === null && sourceKey === null && sourceName === null;

/** How the file is read, and whose records it holds; or why that does not fit. */
function reading({ mapping, source, file }: Known, wished: LookAtImportFile): { key: string; name: string } | string {
  if (isAsBefore(wished) && file?.sourceKey && file.sourceName) return { key: file.sourceKey, name: file.sourceName };
  if (wished.mappingKey !== null) return file?.format === 'json' ? 'import_mapping_no_table' : (mapping ?? 'import_mapping_not_found');
  if (file?.format === 'csv') return 'import_needs_mapping';
  if (wished.sourceKey !== null) return source ?? 'import_source_unknown';
  const name = wished.sourceName ?? '';
  const key = keyOfName(name);
  if (key === '') return 'import_source_unknown';
  return source ? 'import_source_named' : { key, name };
}

/** Something is to be done with the files: see `runImportFiles`. */
const jobs = [{ name: 'work_on_import_files', data: {} }];

const lookAtImportFile = handler<LookAtImportFile, Known>({
  kind: 'directory.look_at_import_file',
  schema: lookAtImportFileSchema,
  roles: importerRoles,
  async load(tx, { fileId, mappingKey, sourceKey, sourceName }) {
    const file = await findFile(tx, fileId);
    const mapping = await findNamed(tx, 'import_mapping', mappingKey);
    return { file, mapping, source: await findNamed(tx, 'source', sourceKey ?? keyOfName(sourceName ?? '')) };
  },
  decide(known, wished, actor) {
    const source = problemOf(known.file) ?? reading(known, wished);
    if (typeof source === 'string') return refuse(source);
    const { fileId, lookId, fileName, mappingKey, skipBadRows } = wished;
    const payload = {
      fileId,
      lookId,
      fileName,
      mappingKey,
      sourceKey: source.key,
      sourceName: source.name,
      skipBadRows,
      isAsBefore: isAsBefore(wished),
    };
    return { ...happened('import_file_looked_at', payload, actor), jobs };
  },
  write: ({ payload: { fileId, lookId, fileName, mappingKey, sourceKey, sourceName, skipBadRows, isAsBefore: keepsMapping } }) => [
    {
      text: `update directory.import_file set state = 'looking', asked_at = now(), look_id = $2, name = $3, source_key = $5, source_name = $6,
          mapping = case when $8 then mapping else (select m.mapping from directory.import_mapping m where m.source_key = $4) end, skip_bad_rows = $7, report = null
        where id = $1`,
      values: [fileId, lookId, fileName, mappingKey, sourceKey, sourceName, skipBadRows, keepsMapping],
    },
  ],
});

const applyImportFile = handler<z.infer<typeof applyImportFileSchema>, Kept | undefined>({
  kind: 'directory.apply_import_file',
  schema: applyImportFileSchema,
  roles: importerRoles,
  load: (tx, { fileId }) => findFile(tx, fileId),
  decide(file, { fileId, lookId }, actor) {
    const problem = problemOf(file);
    if (problem) return refuse(problem);
    if (file?.state !== 'looked_at' || file.lookId !== lookId) return refuse('import_look_again');
    return { ...happened('import_file_applied', { fileId, lookId }, actor), jobs };
  },
  // It may be asked for at the last minute, and has to wait for its turn.
  write: ({ payload: { fileId } }) => [
    {
      text: `update directory.import_file set state = 'applying', asked_at = now(), expires_at = greatest(expires_at, now() + interval '6 hours')
        where id = $1`,
      values: [fileId],
    },
  ],
});

const dropImportFile = handler<z.infer<typeof dropImportFileSchema>, Kept | undefined>({
  kind: 'directory.drop_import_file',
  schema: dropImportFileSchema,
  roles: importerRoles,
  load: (tx, { fileId }) => findFile(tx, fileId),
  decide(file, { fileId }, actor) {
    if (!file) return refuse('import_file_not_found');
    return file.state === 'applying' ? refuse('import_file_busy') : happened('import_file_dropped', { fileId }, actor);
  },
  write: ({ payload: { fileId } }) => [{ text: 'delete from directory.import_file where id = $1', values: [fileId] }],
});

const saveImportMapping = handler<z.infer<typeof saveImportMappingSchema>, undefined>({
  kind: 'directory.save_import_mapping',
  schema: saveImportMappingSchema,
  roles: importerRoles,
  load: async () => undefined,
  decide(_state, { mapping: given }, actor) {
    try {
      const mapping = parseMapping(given, 'mapping');
      if (keyOfName(mapping.source) !== mapping.source || mapping.source.length > 100) return refuse('import_mapping_invalid');
      return happened('import_mapping_saved', { key: mapping.source, name: mapping.name, mapping }, actor);
    } catch (error) {
      if (error instanceof StartupError) return refuse('import_mapping_invalid');
      throw error;
    }
  },
  write: ({ payload: { key, name, mapping } }, actor) => [
    {
      text: `insert into directory.import_mapping (source_key, name, mapping, set_by) values ($1, $2, $3, $4)
        on conflict (source_key) do update set name = excluded.name, mapping = excluded.mapping, set_by = excluded.set_by, set_at = now()`,
      values: [key, name, JSON.stringify(mapping), actor.userId],
    },
  ],
});

/** What may be done with a file that was sent, and with how tables are read. */
export const importFileCommands: AnyHandler[] = [lookAtImportFile, applyImportFile, dropImportFile, saveImportMapping];
