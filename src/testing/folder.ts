import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** What the databases of a few files at a time take, with room to grow, in bytes. */
const enough = 2_000_000_000;

function hasMemory(): boolean {
  const told = statfsSync(memory);
  return told.bavail * told.bsize >= enough;
}

/** A new folder for a database that lives as long as its tests: in the memory where the machine lends enough of it, since a disk takes seconds to copy one. */
export function makeFolder(prefix: string): string {
  const place = process.platform === 'linux' && hasMemory() ? memory : tmpdir();
  return mkdtempSync(join(place, prefix));
}
