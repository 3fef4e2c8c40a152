import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../config.ts';

/** The installation's one secret, made at first start; every other key is derived from it. */
export function loadSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new StartupError(
      `The data folder ${dataDir} cannot be written. Give this user the right to write there, or choose another with DATA_DIR.`,
    );
  }
}

/** A key for one purpose, 64 hexadecimal digits. */
export const deriveKey = (secret: string, purpose: string): string => createHmac('sha256', secret).update(purpose).digest('hex');
