import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { StartupError } from '../../platform/config.ts';
import { writeDataPackage, writeWorkbook } from './data-package.ts';
import { writeGeoJson, writeJson } from './json.ts';
import { writeServicesCsv } from './services-csv.ts';
import { type Scope, type Snapshot, withSnapshot } from './snapshot.ts';

const tabular: Record<string, (snapshot: Snapshot) => AsyncIterable<Uint8Array>> = { zip: writeDataPackage, xlsx: writeWorkbook };
const open: typeof tabular = { json: writeJson, geojson: writeGeoJson, csv: writeServicesCsv };

/** Writes the directory to a file of the kind its name ends in. Throws `StartupError` when there is no such kind. */
export async function exportToFile(owner: Client, path: string, scope: Scope): Promise<void> {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const write = tabular[ending] ?? open[ending];
  if (!write) throw new StartupError(`${basename(path)} has no known ending. Write .zip, .xlsx, .json, .geojson or .csv.`);
  if (scope === 'complete' && !tabular[ending])
    throw new StartupError('A complete export is a .zip or an .xlsx; the other kinds hold what is public.');
  const unfinished = `${path}.part`;
  await withSnapshot(owner, scope, (snapshot) => pipeline(Readable.from(write(snapshot)), createWriteStream(unfinished, { mode: 0o600 })));
  await rename(unfinished, path);
}
