import { createHash, randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { BlobMissing, type BlobStore, diskStore } from './blob-store.ts';
import { loadKeys, type MasterKeys } from './keys.ts';
import { Damaged, makeKey, seal, unseal, unwrapKey, wrapKey } from './seal.ts';

/** Where the bytes of a file lie, and its key under a master key: without this row nobody can read them. */
export interface SealedFile {
  id: string;
  blob: string;
  keyId: string;
  wrappedKey: Buffer;
}

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface Vault {
  /** Seals what comes for the file `id` as it comes, and keeps it under a new name. Broken off, nothing is kept. */
  keep(id: string, pieces: Pieces): Promise<SealedFile & { size: number; sha256: string }>;
  /** The bytes as they were kept. Throws `KeyMissing`, or `Damaged` when they are not what was kept. */
  open(file: SealedFile): Promise<Buffer>;
  /** The same part by part, so that a large file is never whole in memory; each part is proved before it is given. */
  read(file: SealedFile): AsyncGenerator<Buffer>;
  /** The key of a file under the current master key instead of an older one. */
  rewrap(file: SealedFile): Pick<SealedFile, 'keyId' | 'wrappedKey'>;
  keys: MasterKeys;
  blobs: BlobStore;
}

const contextOf = (id: string): string => `file ${id}`;

export function createVault(blobs: BlobStore, keys: MasterKeys): Vault {
  const wrap = (id: string, key: Buffer) => ({ keyId: keys.current.id, wrappedKey: wrapKey(keys.current.key, key, contextOf(id)) });
  const unwrap = ({ id, keyId, wrappedKey }: SealedFile): Buffer => unwrapKey(keys.get(keyId), wrappedKey, contextOf(id));
  async function* read(file: SealedFile): AsyncGenerator<Buffer> {
    const key = unwrap(file);
    try {
      yield* unseal(blobs.read(file.blob), key, contextOf(file.id));
    } catch (error) {
      throw error instanceof BlobMissing ? new Damaged('nothing lies there') : error;
    }
  }
  return {
    keys,
    blobs,
    async keep(id, pieces) {
      const key = makeKey();
      const blob = randomUUID();
      const hash = createHash('sha256');
      let size = 0;
      async function* counted() {
        for await (const piece of pieces) {
          size += piece.length;
          hash.update(piece);
          yield piece;
        }
      }
      await blobs.write(blob, seal(counted(), key, contextOf(id)));
      return { id, blob, ...wrap(id, key), size, sha256: hash.digest('hex') };
    },
    async open(file) {
      const parts: Buffer[] = [];
      for await (const part of read(file)) parts.push(part);
      return Buffer.concat(parts);
    },
    read,
    rewrap: (file) => wrap(file.id, unwrap(file)),
  };
}

/** The installation's own, on its disk. */
export const openVault = ({ dataDir, files }: Pick<Config, 'dataDir' | 'files'>): Vault =>
  createVault(diskStore(files.folder), loadKeys(dataDir, files.keys));
