import { z } from 'zod';
import { line } from '../../platform/commands/contract.ts';
import { fileFormats, fileStates } from '../import/lists.ts';
import { importReportSchema } from './import-contract.ts';
import { moment } from './contract-words.ts';

const fileId = z.uuid();
/** `directory.look_at_import_file`: what would it bring? With `mappingKey` the tables are read as that source's are; with a source the file is HSDS; with none of them it is read as before. */
export const lookAtImportFileSchema = z.strictObject({
  fileId,
  /** Of this look: what is applied is what it saw. */
  lookId: z.uuid(),
  fileName: line(200).min(1),
  mappingKey: line(100).nullable().default(null),
  /** Whose records these are: a source that is known … */
  sourceKey: line(100).nullable().default(null),
  /** … or a new one, under this name. */
  sourceName: line(100).nullable().default(null),
  skipBadRows: z.boolean().default(false),
});
export type LookAtImportFile = z.infer<typeof lookAtImportFileSchema>;
/** `directory.apply_import_file`: what was seen comes in. */
export const applyImportFileSchema = z.strictObject({ fileId, lookId: z.uuid() });
/** `directory.drop_import_file`: it is forgotten at once. */
export const dropImportFileSchema = z.strictObject({ fileId });
/** `directory.save_import_mapping`: how the tables of a source are read; see `data/mappings/README.md`. */
export const saveImportMappingSchema = z.strictObject({ mapping: z.record(z.string(), z.unknown()) });

/** Why a command about files may be refused; each is a translation key `refusal.<code>`. */
export const importFileRefusals = [
  'import_file_not_found',
  'import_file_busy',
  'import_file_applied',
  'import_look_again',
  'import_source_unknown',
  'import_source_named',
  'import_mapping_not_found',
  'import_mapping_invalid',
  'import_needs_mapping',
  'import_mapping_no_table',
] as const;
/** Why a file is not taken; each is a translation key `error.<code>`. */
export const uploadProblems = [
  'file_too_large',
  'file_empty',
  'file_wrong_kind',
  'file_not_whole',
  'file_exists',
  'too_many_files',
] as const;

/** `PUT /api/directory/care/import-files/:id` (importers), the file itself as `application/octet-stream`: it is kept for a day. */
export const sentFileSchema = z.object({ id: z.uuid(), size: z.int(), sha256: z.string(), format: z.enum(fileFormats) });

const file = {
  id: z.uuid(),
  /** Null until it is looked at. */
  name: z.string().nullable(),
  state: z.enum(fileStates),
  sourceName: z.string().nullable(),
  expiresAt: moment,
};
/** `GET /api/directory/care/import-files` (importers): what may be chosen for a file, and the files that wait for a decision. */
export const importFilesSchema = z.object({
  largest: z.int(),
  sources: z.array(z.object({ key: z.string(), name: z.string() })),
  mappings: z.array(z.object({ key: z.string(), name: z.string() })),
  files: z.array(z.object(file)),
});
/** `GET /api/directory/care/import-files/:id` (importers): one file, with what it would bring or why it cannot come in. */
export const importFileSchema = z.object({
  ...file,
  format: z.enum(fileFormats),
  lookId: z.uuid().nullable(),
  sourceKey: z.string().nullable(),
  byMapping: z.boolean(),
  skipBadRows: z.boolean(),
  isRunning: z.boolean(),
  report: importReportSchema.nullable(),
  /** Of what came in. */
  reportId: z.uuid().nullable(),
});
