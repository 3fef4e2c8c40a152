import { Zip, ZipDeflate } from 'fflate';

export interface ZipEntry {
  name: string;
  content: AsyncIterable<string>;
}

// Rows go to the compressor in pieces of this many characters: one by one would cost more than the compression.
const piece = 64 * 1024;

/** A zip as a stream of bytes: no entry is ever whole in memory. */
export async function* writeZip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) ready.push(chunk);
  });
  const encoder = new TextEncoder();
  const taken = function* (): Generator<Uint8Array> {
    const out = ready;
    ready = [];
    yield* out;
  };
  for await (const { name, content } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    let waiting = '';
    for await (const text of content) {
      waiting += text;
      if (waiting.length < piece) continue;
      file.push(encoder.encode(waiting));
      waiting = '';
      yield* taken();
    }
    file.push(encoder.encode(waiting), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
