import { basename, dirname, resolve } from 'node:path';
import { statSync } from 'node:fs';
import type { Client } from 'pg';
import { StartupError } from '../../platform/config.ts';
import { applyImport } from './apply.ts';
import { folderFiles, openFiles } from './file-set.ts';
import { readPackage } from './read-package.ts';
import type { ImportReport } from './report.ts';
import { findTranslations, type TranslationFile } from './translations.ts';

export interface ImportOptions {
  path: string;
  sourceKey?: string | undefined;
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

/** Imports an Open Referral HSDS 3 data package: a folder, its `datapackage.json`, or a zip. */
export async function importHsds(owner: Client, input: ImportOptions): Promise<ImportReport> {
  const path = resolve(input.path);
  const files = openFiles(path);
  const read = readPackage(files);
  const folder = path.endsWith('datapackage.json') ? basename(dirname(path)) : files.name;
  const beside = findTranslations(files, 'translations');
  const found = beside.length > 0 ? beside : findTranslations(files, '../translations');
  const sourceKey = sourceKeyOf(input.sourceKey ?? read.name ?? folder);
  return applyImport(owner, {
    sourceKey,
    sourceName: read.title ?? sourceKey,
    raw: read.raw,
    translations: input.translations ? translationsIn(input.translations) : found,
    errors: read.errors,
    ignored: read.ignored,
    dryRun: input.dryRun ?? false,
    skipBadRows: input.skipBadRows ?? false,
  });
}
