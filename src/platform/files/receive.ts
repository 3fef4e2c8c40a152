import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { bounded } from '../http/bounded.ts';
import { Refused } from './rewrite/refused.ts';
import { sniff, sniffedBytes } from './sniff.ts';

/** A file as it was sent. */
export interface Received {
  bytes: Buffer;
  sha256: string;
}

/**
 * Reads a file that is sent, no further than it may be taken: by the length it tells, by its first bytes, by the bytes that came.
 * Throws `Refused`, and `TooLarge` at the first byte too many.
 */
export async function receive(c: Context, body: ReadableStream<Uint8Array>, mostBytes: number): Promise<Received> {
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) throw new Refused('file_too_large');
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isKnown = false;
  for await (const piece of bounded(body, mostBytes)) {
    pieces.push(piece);
    size += piece.length;
    if (isKnown || size < sniffedBytes) continue;
    if (!sniff(Buffer.concat(pieces))) throw new Refused('file_wrong_kind');
    isKnown = true;
  }
  const bytes = Buffer.concat(pieces);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
