import { crc32, inflateRawSync } from 'node:zlib';

export const largestArchive = 200_000_000;
const largestTotal = 500_000_000;
const mostEntries = 10_000;
/** Tables of text shrink 5 to 40 times; far more is made to fill a memory. */
const highestRatio = 250;
const smallEntry = 1_000_000;

/** Why a zip is not opened: a sentence for people. */
export class ZipError extends Error {
  readonly reason: 'file_damaged' | 'file_locked' | 'too_large';
  constructor(reason: ZipError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

interface Entry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

const broken = (): ZipError => new ZipError('file_damaged', 'It is damaged or not a zip. Make the archive again.');
const tooLarge = (): ZipError =>
  new ZipError(
    'too_large',
    `Unpacked, it would be far too large (${largestTotal / 1e6} MB at most, ${highestRatio} times its size). Leave out what is no table.`,
  );

function findDirectory(view: DataView): { count: number; at: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return { count: view.getUint16(at + 10, true), at: view.getUint32(at + 16, true) };
  }
  throw broken();
}

function listEntries(view: DataView, bytes: Uint8Array): Entry[] {
  const directory = findDirectory(view);
  if (directory.count > mostEntries || directory.at === 0xffffffff)
    throw new ZipError('too_large', `It holds more than ${mostEntries} files. Pack only the tables.`);
  const entries: Entry[] = [];
  let at = directory.at;
  for (let i = 0; i < directory.count; i++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw broken();
    if (view.getUint16(at + 8, true) & 1) throw new ZipError('file_locked', 'It is protected by a password. Pack it again without one.');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Opens a zip held in memory; an entry is unpacked when it is read, never past the limits. Throws `ZipError`. */
export function openZip(bytes: Uint8Array): Map<string, () => Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = largestTotal;
  const read = (entry: Entry): Uint8Array => {
    const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
    const packed = bytes.subarray(start, start + entry.packed);
    // What the archive says of itself may be a lie: the size is held to while unpacking.
    const most = Math.min(left, Math.max(smallEntry, entry.packed * highestRatio));
    if (entry.size > most) throw tooLarge();
    let content: Uint8Array;
    try {
      content = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: most });
    } catch (error) {
      throw error instanceof RangeError ? tooLarge() : broken();
    }
    if (crc32(content) !== entry.crc) throw broken();
    left -= content.length;
    return content;
  };
  try {
    return new Map(
      listEntries(view, bytes)
        .filter((entry) => !entry.name.endsWith('/'))
        .map((entry) => [entry.name, () => guarded(() => read(entry))]),
    );
  } catch (error) {
    throw error instanceof RangeError ? broken() : error;
  }
}

// Offsets that point outside the archive.
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RangeError ? broken() : error;
  }
}
