import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { stateOf, type ToldVersion, toldVersion } from '../hsds/validators.ts';
import { writeDataPackage, writeWorkbook } from './data-package.ts';
import { writeGeoJson, writeJson } from './json.ts';
import { writeServicesCsv } from './services-csv.ts';
import { type Snapshot, withSnapshot } from './snapshot.ts';

interface Kind {
  type: string;
  /** Text that a reader on a thin line gains from receiving compressed. */
  text: boolean;
  write(snapshot: Snapshot): AsyncIterable<Uint8Array>;
}
/** What can be fetched below `/export/`. */
export const exportKinds = {
  'hsds.zip': { type: 'application/zip', text: false, write: writeDataPackage },
  'directory.xlsx': { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', text: false, write: writeWorkbook },
  'directory.json': { type: 'application/json', text: true, write: writeJson },
  'directory.geojson': { type: 'application/geo+json', text: true, write: writeGeoJson },
  'services.csv': { type: 'text/csv; charset=utf-8', text: true, write: writeServicesCsv },
} as const satisfies Record<string, Kind>;
export type ExportName = keyof typeof exportKinds;
export const isExportName = (name: string): name is ExportName => Object.hasOwn(exportKinds, name);

export interface ExportFile extends ToldVersion {
  size: number;
  open(): ReadableStream<Uint8Array>;
}
interface Built extends ToldVersion {
  path: string;
}

/**
 * Writes each export to disk once per state of the directory and sends the file from there: a slow reader holds no connection,
 * many readers cost one reading, and nothing is whole in memory.
 */
export function exportFiles(pool: Pool): (name: ExportName) => Promise<ExportFile> {
  let folder: string | undefined;
  const built = new Map<ExportName, Built>();
  let turn: Promise<unknown> = Promise.resolve();

  async function build(name: ExportName): Promise<Built> {
    const now = await toldVersion(pool);
    const known = built.get(name);
    if (known && stateOf(known) === stateOf(now)) return known;
    if (folder === undefined) {
      const made = mkdtempSync(join(tmpdir(), 'istiqbal-exports-'));
      process.once('exit', () => rmSync(made, { recursive: true, force: true }));
      folder = made;
    }
    const unfinished = join(folder, `${name}.part`);
    const client = await pool.connect();
    try {
      const fresh = await withSnapshot(client, 'public', async (snapshot) => {
        await pipeline(Readable.from(exportKinds[name].write(snapshot)), createWriteStream(unfinished));
        const state = { number: snapshot.version, changedAt: snapshot.changedAt };
        return { ...state, path: join(folder ?? '', `${stateOf(state)}-${name}`) };
      });
      await rename(unfinished, fresh.path);
      built.set(name, fresh);
      // Whoever reads the old file goes on reading it.
      if (known && known.path !== fresh.path) await rm(known.path, { force: true });
      return fresh;
    } finally {
      client.release();
    }
  }

  return async (name) => {
    // One after the other: exports must not take the connections that people need.
    const mine = turn.then(() => build(name));
    turn = mine.catch(() => undefined);
    const { number, changedAt, path } = await mine;
    return {
      number,
      changedAt,
      size: statSync(path).size,
      open: () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
    };
  };
}
