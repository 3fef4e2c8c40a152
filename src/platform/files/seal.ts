import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

// Bytes are sealed with AES-256-GCM in parts, each under a number of its own and the last one marked (the STREAM construction of Hoang,
// Reyhanitabar, Rogaway and Vizár, 2015): what is read was checked first, and a part changed, moved or cut off is noticed.

/** What was kept is not what lies there, or was sealed under another key or for another file. */
export class Damaged extends Error {}

const algorithm = 'aes-256-gcm';
export const partBytes = 65_536;
const tagBytes = 16;
const nonceBytes = 12;
const mark = Buffer.from('IQF1');

/** Never twice under one key: each file has a key of its own. */
function nonceOf(part: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(nonceBytes);
  nonce.writeUInt32BE(part, nonceBytes - 5);
  nonce[nonceBytes - 1] = isLast ? 1 : 0;
  return nonce;
}

function encrypt(key: Buffer, nonce: Buffer, context: string, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, nonce: Buffer, context: string, sealed: Uint8Array): Buffer {
  if (sealed.length < tagBytes) throw new Damaged('too short');
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    throw new Damaged('not what was sealed');
  }
}

/** The same bytes in parts of one size; the last is shorter, and empty rather than absent. */
async function* inParts(pieces: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ part: Buffer; isLast: boolean }> {
  let held = Buffer.alloc(0);
  for await (const piece of pieces) {
    held = Buffer.concat([held, piece]);
    // A full part waits until something follows it: only then is it known not to be the last.
    while (held.length > size) {
      yield { part: held.subarray(0, size), isLast: false };
      held = held.subarray(size);
    }
  }
  yield { part: held, isLast: true };
}

/** `context` says what the bytes are for; they open only for the same. */
export async function* seal(pieces: AsyncIterable<Uint8Array>, key: Buffer, context: string): AsyncGenerator<Buffer> {
  yield mark;
  let n = 0;
  for await (const { part, isLast } of inParts(pieces, partBytes)) yield encrypt(key, nonceOf(n++, isLast), context, part);
}

/** Throws `Damaged` before it gives a byte that was not sealed, and at the end when something is missing. */
export async function* unseal(pieces: AsyncIterable<Uint8Array>, key: Buffer, context: string): AsyncGenerator<Buffer> {
  let n = 0;
  for await (const { part, isLast } of inParts(withoutMark(pieces), partBytes + tagBytes))
    yield decrypt(key, nonceOf(n++, isLast), context, part);
}

async function* withoutMark(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0);
  let isPast = false;
  for await (const piece of pieces) {
    if (isPast) {
      yield piece;
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.length < mark.length) continue;
    if (!head.subarray(0, mark.length).equals(mark)) throw new Damaged('not sealed by us');
    isPast = true;
    yield head.subarray(mark.length);
  }
  if (!isPast) throw new Damaged('too short');
}

export const makeKey = (): Buffer => randomBytes(32);

/** A key under a master key. */
export function wrapKey(master: Buffer, key: Buffer, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  return Buffer.concat([nonce, encrypt(master, nonce, context, key)]);
}
/** Throws `Damaged`. */
export const unwrapKey = (master: Buffer, wrapped: Buffer, context: string): Buffer =>
  decrypt(master, wrapped.subarray(0, nonceBytes), context, wrapped.subarray(nonceBytes));
