import { z } from 'zod';
import type { Role } from '../../platform/database/member-roles.ts';
import { line } from '../../platform/commands/contract.ts';
import { importKinds, noteCodes, importReasons, importResults, importRhythms } from '../import/lists.ts';
import { editorRoles } from './contract.ts';
import { textLanguages } from './lists.ts';
import { moment } from './contract-words.ts';

/** Who says which directories come in. */
export const importerRoles = [...editorRoles, 'administrator'] as const satisfies readonly Role[];

const language = z.enum(textLanguages).nullable();
/** Of an API: of the web, without a password in it, without a query. */
const address = z
  .string()
  .trim()
  .max(1000)
  .refine((v) => URL.canParse(v) && /^https?:$/.test(new URL(v).protocol), 'not_web')
  .refine((v) => !URL.canParse(v) || (new URL(v).username === '' && new URL(v).password === ''), 'holds_password')
  .transform((v) => {
    const url = new URL(v);
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  });
const said = z.strictObject({
  sourceId: z.uuid(),
  name: line(200).min(1),
  address,
  rhythm: z.enum(importRhythms),
  /** In which the texts are asked for. */
  language: language.default(null),
});
/** `directory.add_import_source`: a directory that comes in again by itself, at once for the first time. */
export const addImportSourceSchema = said;
/** `directory.change_import_source`. */
export const changeImportSourceSchema = said;
export type SaidSource = z.infer<typeof said>;
/** `directory.pause_import_source`: or lets it go on. */
export const pauseImportSourceSchema = z.strictObject({ sourceId: z.uuid(), paused: z.boolean() });
/** `directory.remove_import_source`: what came in stays, and so do the reports. */
export const removeImportSourceSchema = z.strictObject({ sourceId: z.uuid() });
/** `directory.import_now`: within a minute. */
export const importNowSchema = z.strictObject({ sourceId: z.uuid() });

/** Why a command about imports may be refused; each is a translation key `refusal.<code>`. */
export const importRefusals = ['import_source_not_found', 'import_source_exists', 'import_source_paused', 'address_not_public'] as const;

const summary = {
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(importKinds),
  startedAt: moment,
  finishedAt: moment,
  result: z.enum(importResults),
  reason: z.enum(importReasons).nullable(),
  /** Rows of all tables. */
  newRows: z.int(),
  changedRows: z.int(),
  unchangedRows: z.int(),
  vanishedRows: z.int(),
  skippedRows: z.int(),
  keptEdits: z.int(),
  errorCount: z.int(),
};
const summarySchema = z.object(summary);
/** `GET /api/directory/care/imports` (importers): the saved sources, and the last imports of all kinds. */
export const importsSchema = z.object({
  sources: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      address: z.string(),
      rhythm: z.enum(importRhythms),
      language,
      active: z.boolean(),
      dueAt: moment,
      /** Whether it is due and waits for its turn. */
      isDue: z.boolean(),
      runningSince: moment.nullable(),
      /** In a row. */
      failures: z.int(),
      last: summarySchema.nullable(),
    }),
  ),
  reports: z.array(summarySchema),
});
/** `GET /api/directory/care/imports/:id` (importers): one report. */
export const importReportSchema = z.object({
  ...summary,
  /** The saved source it ran for, while there is one. */
  sourceId: z.uuid().nullable(),
  /** Differences of that source that still wait for an editor. */
  differences: z.int(),
  /** By table, those only where something is. */
  tables: z.array(z.object({ table: z.string(), newRows: z.int(), changedRows: z.int(), unchangedRows: z.int(), vanishedRows: z.int() })),
  /** The first of them. */
  errors: z.array(z.object({ file: z.string(), line: z.int(), column: z.string(), code: z.string(), message: z.string() })),
  /** What people should know though nothing is wrong. */
  notes: z.array(z.object({ file: z.string(), code: z.enum(noteCodes), what: z.string() })),
});
