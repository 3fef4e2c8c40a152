import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Client } from 'pg';
import { applyImport } from './apply.ts';
import { folderFiles, openFiles } from './file-set.ts';
import { type ImportOptions, sourceKeyOf, translationsIn } from './import-hsds.ts';
import { mapCsv } from './map-csv.ts';
import { type Mapping, readMapping } from './mapping.ts';
import { saveMapping } from './save-mapping.ts';
import type { ImportReport } from './report.ts';

/** Imports tables of another shape through a mapping: a folder, a zip, a workbook, or the one file or sheet that every rule reads. */
export async function importCsv(owner: Client, input: ImportOptions & { mapping: string | Mapping }): Promise<ImportReport> {
  const mapping = typeof input.mapping === 'string' ? readMapping(input.mapping) : input.mapping;
  const path = resolve(input.path);
  const single = /\.csv$/i.test(path) && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
  const files = single ? folderFiles(dirname(path)) : await openFiles(path);
  const sheets = /\.xlsx$/i.test(path) ? files.list('') : [];
  const sourceKey = sourceKeyOf(input.sourceKey ?? mapping.source);
  const mapped = mapCsv(files, mapping, sourceKey, single ? basename(path) : sheets.length === 1 ? sheets[0] : undefined);
  const report = await applyImport(owner, {
    ...mapped,
    sourceKey,
    sourceName: mapping.name,
    translations: [...mapped.translations, ...(input.translations ? translationsIn(input.translations) : [])],
    dryRun: input.dryRun ?? false,
    skipBadRows: input.skipBadRows ?? false,
  });
  if (report.outcome === 'applied' || report.outcome === 'unchanged') await saveMapping(owner, sourceKey, mapping);
  return report;
}
