import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { importHsds } from '../src/directory/import/import-hsds.ts';
import { regionFolder } from '../src/region.ts';
import type { Platform } from './platform.ts';

/** The region's own source, in which things change between two imports. */
export interface Source {
  serviceIds: readonly string[];
  /** The source says something else of a service from now on, and is imported again. */
  changeDescription(platform: Platform, serviceId: string, description: string): Promise<void>;
  close(): void;
}

export function openSource(): Source {
  const folder = mkdtempSync(join(tmpdir(), 'istiqbal-source-'));
  cpSync(join(regionFolder, 'directory'), folder, { recursive: true });
  const file = join(folder, 'services.csv');
  const read = (): Record<string, string>[] => parse(readFileSync(file), { columns: true });
  return {
    serviceIds: read().flatMap(({ id }) => id ?? []),
    async changeDescription(platform, serviceId, description) {
      const rows = read().map((row) => (row.id === serviceId ? { ...row, description } : row));
      writeFileSync(file, stringify(rows, { header: true }));
      const translations = { folder: join(regionFolder, 'translations') };
      await platform.inDatabase(({ asOwner }) =>
        asOwner((owner) => importHsds(owner, { path: folder, sourceKey: 'oriental', translations })),
      );
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}
