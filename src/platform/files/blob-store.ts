import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

/** Where sealed bytes lie. All that an object store would have to do to take the place of the disk. */
export interface BlobStore {
  /** Whole or not at all. */
  write(name: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** Throws `BlobMissing`. */
  read(name: string): AsyncIterable<Uint8Array>;
  /** What is gone already is fine. */
  remove(name: string): Promise<void>;
  /** Everything that lies there, also what broke off half-way, and since when. */
  list(): AsyncIterable<{ name: string; at: Date }>;
}
export class BlobMissing extends Error {}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** On the disk, spread over folders by the first letters of the name. Only this user reads them. */
export function diskStore(folder: string): BlobStore {
  const pathOf = (name: string): string => join(folder, name.slice(0, 2), name);
  return {
    async write(name, pieces) {
      const path = pathOf(name);
      const half = `${path}.${randomUUID()}.half`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        const file = await open(half, 'wx', 0o600);
        try {
          for await (const piece of pieces) await file.appendFile(piece);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(half, path);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
    },
    async *read(name) {
      try {
        yield* createReadStream(pathOf(name));
      } catch (error) {
        throw isMissing(error) ? new BlobMissing(name) : error;
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    async *list() {
      for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      })) {
        if (!entry.isFile()) continue;
        // It may go while we look.
        const found = await stat(join(entry.parentPath, entry.name)).catch(() => undefined);
        if (found) yield { name: entry.name, at: found.mtime };
      }
    },
  };
}
