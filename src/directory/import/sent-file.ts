import type { Client } from 'pg';
import type { FileFormat } from './lists.ts';
import { importCsv } from './import-csv.ts';
import { importHsds } from './import-hsds.ts';
import type { Mapping } from './mapping.ts';
import type { ImportReport } from './report.ts';

/** A file that an editor sent, and how it is meant. */
export interface SentFile {
  /** Where it lies for now, alone in its folder. */
  path: string;
  sourceKey: string;
  sourceName: string;
  mapping: Mapping | null;
  skipBadRows: boolean;
  /** Say what would happen, and do nothing. */
  dryRun: boolean;
}

/** Imports a file that was sent, or says what it would bring. Throws `StartupError` when it cannot be read. */
export const importSentFile = (owner: Client, { mapping, ...file }: SentFile): Promise<ImportReport> =>
  mapping ? importCsv(owner, { ...file, mapping }) : importHsds(owner, file);

const endings: Record<FileFormat, RegExp> = { zip: /\.zip$/i, xlsx: /\.xlsx$/i, json: /\.(geo)?json$/i, csv: /\.csv$/i };

/** The name a file gets on this machine: its own, so that faults are told under it, made harmless and true to what it holds. */
export function safeName(given: string, format: FileFormat): string {
  const name = given.replace(/[^\p{L}\p{N} ._()-]+/gu, '_').replace(/^[. ]+/, '');
  const short = name.slice(-60);
  return endings[format].test(short) ? short : `${short || 'fichier'}.${format}`;
}
