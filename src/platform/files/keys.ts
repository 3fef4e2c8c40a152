import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../config.ts';
import { makeKey } from './seal.ts';

/** The master key that a file's own key lies under is not among ours. */
export class KeyMissing extends Error {
  readonly keyId: string;
  constructor(keyId: string) {
    super(`the master key ${keyId} is missing`);
    this.keyId = keyId;
  }
}

/** Master keys, under which the key of each file lies. New files go under the last; the others open what is older. */
export interface MasterKeys {
  current: { id: string; key: Buffer };
  /** Throws `KeyMissing`. */
  get(id: string): Buffer;
  has(id: string): boolean;
}

export const keyFileOf = (dataDir: string): string => join(dataDir, 'keys', 'files');
/** What the operator is told when files cannot be read. */
export const missingKeysText = (ids: readonly string[], dataDir: string): string =>
  `Attached files lie under master keys that are missing (${ids.join(', ')}) and cannot be read. Put ${keyFileOf(dataDir)}, or FILES_KEYS, back from the backup.`;

const newLine = (): string => `${randomBytes(4).toString('hex')}:${makeKey().toString('hex')}`;

/** Reads `id:key`, one or several. Throws `StartupError`. */
export function parseKeys(text: string, where: string): MasterKeys {
  const keys = new Map<string, Buffer>();
  for (const entry of text.split(/[\s,]+/).filter((e) => e !== '')) {
    const [, id = '', hex = ''] = /^([\w-]{1,40}):([0-9a-f]{64})$/i.exec(entry) ?? [];
    if (id === '')
      throw new StartupError(
        `${where}: a key is written as a name, a colon and 64 hexadecimal digits. Put the right keys back and start again.`,
      );
    keys.set(id, Buffer.from(hex, 'hex'));
  }
  const [id, key] = [...keys].at(-1) ?? [];
  if (id === undefined || key === undefined) throw new StartupError(`${where} holds no key. Put the keys back and start again.`);
  return {
    current: { id, key },
    has: (wanted) => keys.has(wanted),
    get(wanted) {
      const found = keys.get(wanted);
      if (!found) throw new KeyMissing(wanted);
      return found;
    },
  };
}

/** The keys of a setting, or else of a file beside the database, which is made at the first start. */
export function loadKeys(dataDir: string, setting?: string): MasterKeys {
  if (setting !== undefined) return parseKeys(setting, 'FILES_KEYS');
  const file = keyFileOf(dataDir);
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, `${newLine()}\n`, { mode: 0o600, flag: 'wx' });
  const read = (): MasterKeys => parseKeys(readFileSync(file, 'utf8'), file);
  const keys = read();
  // One that was added since, by another process.
  return { ...keys, get: (id) => (keys.has(id) ? keys : read()).get(id) };
}

/** Adds a key, under which all that comes from now on will lie. */
export function addKey(dataDir: string): MasterKeys {
  loadKeys(dataDir);
  writeFileSync(keyFileOf(dataDir), `${newLine()}\n`, { flag: 'a' });
  return loadKeys(dataDir);
}
