import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** Writes a new file that only this user reads, piece by piece; gives its size in bytes and the SHA-256 of what was written, in hexadecimal. */
export async function writeHashed(path: string, pieces: AsyncIterable<Uint8Array>): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of pieces) {
      size += piece.length;
      hash.update(piece);
      await file.appendFile(piece);
    }
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
}
