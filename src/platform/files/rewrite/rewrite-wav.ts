import { Refused, type Rewritten } from './refused.ts';

/** In hertz. The device makes recordings of speech at 16 000; nobody needs more than a compact disc has. */
const fastest = 48_000;
const headBytes = 44;

interface Sound {
  rate: number;
  samples: Buffer;
}

/** Looks for the one kind of sound that needs no decoder: plain samples of 16 bits, one channel. */
function parse(bytes: Buffer): Sound {
  let rate = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const part = bytes.subarray(at + 8, at + 8 + size);
    if (part.length < size) throw new Refused('file_broken');
    if (name === 'fmt ') {
      const isPlain = size >= 16 && part.readUInt16LE(0) === 1 && part.readUInt16LE(2) === 1 && part.readUInt16LE(14) === 16;
      rate = isPlain ? part.readUInt32LE(4) : 0;
      if (rate < 8000 || rate > fastest) throw new Refused('file_wrong_kind');
    }
    if (name === 'data' && rate > 0 && size >= 2) return { rate, samples: part.subarray(0, size - (size % 2)) };
    at += 8 + size + (size % 2);
  }
  throw new Refused('file_broken');
}

/** The same samples behind a head of our own: no title, no place, nothing that was hidden between or behind them goes on. Throws `Refused`. */
export function rewriteWav(original: Uint8Array): Rewritten {
  const { rate, samples } = parse(Buffer.from(original.buffer, original.byteOffset, original.byteLength));
  const head = Buffer.alloc(headBytes);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(headBytes - 8 + samples.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples.length, 40);
  return { type: 'audio/wav', bytes: Buffer.concat([head, samples]) };
}
