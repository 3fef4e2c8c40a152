import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../config.ts';
import { isAlive } from '../running.ts';

const holderOf = (file: string): number => {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    // It was given back between our two looks.
    return Number.NaN;
  }
};

/**
 * Makes this process the only one to start a server on the folder: a second command would take the first one's server for a leftover.
 * Returns what gives the folder back. Throws a StartupError while another process holds it; one that died holds nothing.
 */
export function claimFolder(dataDir: string): () => void {
  const file = join(dataDir, 'in-use');
  const take = (): boolean => {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    }
  };
  if (!take()) {
    const holder = holderOf(file);
    if (Number.isInteger(holder) && holder > 1 && isAlive(holder)) {
      throw new StartupError(
        `Another Istiqbal command (process ${holder}) is using ${dataDir}. Wait until it ends and try again; if none runs, delete ${file}.`,
      );
    }
    rmSync(file, { force: true });
    if (!take()) throw new StartupError(`Another Istiqbal command has just begun to use ${dataDir}. Wait until it ends and try again.`);
  }
  return () => rmSync(file, { force: true });
}
