import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { unzipSync } from 'fflate';
import { StartupError } from '../../platform/config.ts';

/** Files by their path from the package's root, whatever they came in. */
export interface FileSet {
  name: string;
  has(path: string): boolean;
  read(path: string): Uint8Array;
  /** File names directly inside `folder` ('' is the root, '..' its parent). */
  list(folder: string): string[];
}

const maximumUnzipped = 1_000_000_000;

export function folderFiles(folder: string): FileSet {
  const isFile = (path: string): boolean => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() ?? false;
  return {
    name: basename(folder),
    has: isFile,
    read: (path) => readFileSync(join(folder, path)),
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

function zipFiles(path: string): FileSet {
  let total = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(readFileSync(path), {
      filter(file) {
        total += file.originalSize;
        if (total > maximumUnzipped) throw new Error('too large');
        return /\.(csv|json)$/i.test(file.name);
      },
    });
  } catch {
    throw new StartupError(`${basename(path)} cannot be opened as a zip of at most 1 GB. Make the archive again, or give its folder.`);
  }
  const names = Object.keys(entries);
  const anchors = names.filter((n) => ['datapackage.json', 'organizations.csv'].includes(basename(n)));
  const anchor = anchors.sort((a, b) => a.split('/').length - b.split('/').length)[0];
  const root = anchor ? dirname(anchor) : '.';
  const at = (inner: string): string => normalize(join(root, inner));
  const get = (inner: string): Uint8Array | undefined => (Object.hasOwn(entries, at(inner)) ? entries[at(inner)] : undefined);
  return {
    name: basename(path, '.zip'),
    has: (inner) => get(inner) !== undefined,
    read: (inner) => get(inner) ?? new Uint8Array(),
    list: (inner) =>
      names
        .filter((n) => dirname(n) === at(inner))
        .map((n) => basename(n))
        .sort(),
  };
}

/** Opens a folder, a `datapackage.json` or a `.zip`. Throws `StartupError` when there is none of them. */
export function openFiles(path: string): FileSet {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new StartupError(`${path} does not exist. Give a folder, a datapackage.json or a .zip.`);
  if (stat.isDirectory()) return folderFiles(path);
  if (path.toLowerCase().endsWith('.zip')) return zipFiles(path);
  if (basename(path) === 'datapackage.json') return folderFiles(dirname(path));
  throw new StartupError(`${basename(path)} is not a data package. Give a folder, a datapackage.json or a .zip.`);
}
