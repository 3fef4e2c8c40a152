import { basename, dirname, resolve } from 'node:path';
import { statSync } from 'node:fs';
import type { Client } from 'pg';
import { StartupError } from '../../platform/config.ts';
import { applyImport } from './apply.ts';
import { folderFiles, openFiles } from './file-set.ts';
import { readJson } from './import-json.ts';
import { isOlderPackage, readOlderPackage } from './older.ts';
import { type ReadPackage, readPackage } from './read-package.ts';
import type { ImportReport } from './report.ts';
import { findTranslations, type TranslationFile } from './translations.ts';

export interface ImportOptions {
  path: string;
  sourceKey?: string | undefined;
  /** What people call it; without it, as the package is titled. */
  sourceName?: string | undefined;
  /** A folder of `<table>.<language>.csv`; with `language`, of `<table>.csv`. */
  translations?: { folder: string; language?: string | undefined } | undefined;
  dryRun?: boolean | undefined;
  skipBadRows?: boolean | undefined;
}

/** The key a source keeps from edition to edition. Throws `StartupError` when it cannot be one. */
export function sourceKeyOf(given: string): string {
  const key = given.trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(key)) {
    throw new StartupError(
      `“${key.slice(0, 60)}” cannot be the key of a source. Give --source with letters, digits, dots or hyphens (100 at most).`,
    );
  }
  return key;
}

export function translationsIn(given: NonNullable<ImportOptions['translations']>): TranslationFile[] {
  if (!statSync(given.folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StartupError(`The folder of translations ${given.folder} does not exist. Correct --translations.`);
  }
  if (given.language && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(given.language)) {
    throw new StartupError(`“${given.language.slice(0, 20)}” is not a language code. Give --language as fr, ar or zgh.`);
  }
  const found = findTranslations(folderFiles(given.folder), '', given.language);
  if (found.length === 0) {
    throw new StartupError(`${given.folder} holds no translations. Name its files services.ar.csv, or add --language for services.csv.`);
  }
  return found;
}

const isJson = (path: string): boolean => /\.(geo)?json$/i.test(path) && basename(path) !== 'datapackage.json';

async function readAny(
  path: string,
  given: string | undefined,
): Promise<ReadPackage & { folder: string; translations: TranslationFile[] }> {
  if (isJson(path)) {
    if (!statSync(path, { throwIfNoEntry: false })) throw new StartupError(`${path} does not exist. Give a file of HSDS records.`);
    const folder = basename(path).replace(/\.[^.]*$/, '');
    return { name: undefined, title: undefined, errors: [], notes: [], folder, ...readJson(path, sourceKeyOf(given ?? folder)) };
  }
  const files = await openFiles(path);
  const folder = path.endsWith('datapackage.json') ? basename(dirname(path)) : files.name;
  const read = isOlderPackage(files)
    ? { name: undefined, title: undefined, ...readOlderPackage(files, sourceKeyOf(given ?? folder)) }
    : readPackage(files);
  const beside = findTranslations(files, 'translations');
  return { ...read, folder, translations: beside.length > 0 ? beside : findTranslations(files, '../translations') };
}

/** Imports an Open Referral HSDS directory of any version: a folder, its `datapackage.json`, a zip, a workbook, or a JSON file of full records. */
export async function importHsds(owner: Client, input: ImportOptions): Promise<ImportReport> {
  const read = await readAny(resolve(input.path), input.sourceKey);
  const sourceKey = sourceKeyOf(input.sourceKey ?? read.name ?? read.folder);
  return applyImport(owner, {
    sourceKey,
    sourceName: input.sourceName ?? read.title ?? sourceKey,
    raw: read.raw,
    translations: input.translations ? translationsIn(input.translations) : read.translations,
    errors: read.errors,
    notes: read.notes,
    dryRun: input.dryRun ?? false,
    skipBadRows: input.skipBadRows ?? false,
  });
}
