import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { StartupError } from '../../platform/config.ts';
import { type RawTable, readCsv } from './csv.ts';
import { ImportRefused } from './import-refused.ts';
import { largestArchive, openZip, ZipError } from './unzip.ts';
import { readSheets } from './xlsx.ts';

/** Files by their path from the package's root, whatever they came in. */
export interface FileSet {
  name: string;
  has(path: string): boolean;
  read(path: string): Uint8Array;
  /** The file as a table; `shown` is how errors name it. */
  table(path: string, shown?: string): RawTable;
  /** File names directly inside `folder` ('' is the root, '..' its parent). */
  list(folder: string): string[];
}

const largestFile = 400_000_000;

/** The bytes of a file that is not too large to be looked at. Throws `StartupError`. */
function readBounded(path: string, most: number): Buffer {
  const { size } = statSync(path);
  if (size <= most) return readFileSync(path);
  throw new ImportRefused(
    'too_large',
    `${basename(path)} has ${Math.ceil(size / 1e6)} MB; at most ${most / 1e6} MB are read. Divide it, or leave out what is no table.`,
  );
}

export function folderFiles(folder: string): FileSet {
  const isFile = (path: string): boolean => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() ?? false;
  const read = (path: string): Buffer => readBounded(join(folder, path), largestFile);
  return {
    name: basename(folder),
    has: isFile,
    read,
    table: (path, shown = path) => readCsv(shown, read(path)),
    list(inner) {
      const full = join(folder, inner);
      return existsSync(full)
        ? readdirSync(full)
            .filter((name) => isFile(join(inner, name)))
            .sort()
        : [];
    },
  };
}

/** Says which archive it is that cannot be opened, and why. */
function opening<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new ImportRefused(error.reason, `${basename(path)} cannot be opened as a zip. ${error.message}`);
  }
}

function zipFiles(path: string): FileSet {
  const entries = opening(path, () => openZip(readBounded(path, largestArchive)));
  const names = [...entries.keys()];
  const anchors = names.filter((n) => ['datapackage.json', 'organizations.csv'].includes(basename(n)));
  const anchor = anchors.sort((a, b) => a.split('/').length - b.split('/').length)[0];
  const root = anchor ? dirname(anchor) : '.';
  const at = (inner: string): string => normalize(join(root, inner));
  const read = (inner: string): Uint8Array => opening(path, () => entries.get(at(inner))?.() ?? new Uint8Array());
  return {
    name: basename(path, '.zip'),
    has: (inner) => entries.has(at(inner)),
    read,
    table: (inner, shown = inner) => readCsv(shown, read(inner)),
    list: (inner) =>
      names
        .filter((n) => dirname(n) === at(inner))
        .map((n) => basename(n))
        .sort(),
  };
}

/** A workbook as if each sheet were a file: `organizations` is `organizations.csv`, `services.ar` stands in the folder of translations. */
async function workbookFiles(path: string): Promise<FileSet> {
  const bytes = readBounded(path, largestArchive);
  opening(path, () => {
    for (const read of openZip(bytes).values()) read();
  });
  const sheets = await readSheets(bytes);
  if (!sheets) throw new ImportRefused('file_damaged', `${basename(path)} cannot be read as an Excel workbook. Save it again as .xlsx.`);
  const nameOf = (inner: string): string => basename(inner).replace(/\.csv$/i, '');
  const isTranslation = (name: string): boolean => /^[a-z_]+\.[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(name);
  return {
    name: basename(path).replace(/\.xlsx$/i, ''),
    has: (inner) => sheets.has(nameOf(inner)),
    read: () => new Uint8Array(),
    table: (inner, shown = inner) => ({ ...(sheets.get(nameOf(inner)) ?? readCsv(shown, new Uint8Array())), file: shown }),
    list: (inner) =>
      inner === '..' || inner.startsWith('../')
        ? []
        : [...sheets.keys()].filter((name) => isTranslation(name) === (inner === 'translations')).map((name) => `${name}.csv`),
  };
}

/** Opens a folder, a `datapackage.json`, a `.zip` or an `.xlsx`. Throws `StartupError` when there is none of them. */
export async function openFiles(path: string): Promise<FileSet> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new StartupError(`${path} does not exist. Give a folder, a datapackage.json, a .zip or an .xlsx.`);
  if (stat.isDirectory()) return folderFiles(path);
  if (path.toLowerCase().endsWith('.zip')) return zipFiles(path);
  if (path.toLowerCase().endsWith('.xlsx')) return workbookFiles(path);
  if (basename(path) === 'datapackage.json') return folderFiles(dirname(path));
  throw new StartupError(`${basename(path)} is not a data package. Give a folder, a datapackage.json, a .zip or an .xlsx.`);
}
