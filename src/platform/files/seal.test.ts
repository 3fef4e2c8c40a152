import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Damaged, makeKey, partBytes, seal, unseal, unwrapKey, wrapKey } from './seal.ts';

async function* piecesOf(...pieces: Uint8Array[]) {
  yield* pieces;
}
async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
const key = makeKey();
const sealed = (bytes: Uint8Array, context = 'file a'): Promise<Buffer> => collect(seal(piecesOf(bytes), key, context));
const opened = (bytes: Uint8Array, context = 'file a', by = key): Promise<Buffer> => collect(unseal(piecesOf(bytes), by, context));
const some = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) % 256));

it('what is sealed opens as it was, in whatever pieces it came and was read', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 40_000 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(pieces, fc.integer({ min: 1, max: 70_000 }), async (given, step) => {
      const whole = Buffer.concat(given);
      const kept = await collect(seal(piecesOf(...given), key, 'file a'));
      if (whole.length >= 16) expect(kept.includes(whole.subarray(0, 16))).toBe(false);
      const read = Array.from({ length: Math.ceil(kept.length / step) }, (_, i) => kept.subarray(i * step, (i + 1) * step));
      expect(await collect(unseal(piecesOf(...read), key, 'file a'))).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

it.each([0, 1, partBytes - 1, partBytes, partBytes + 1, 3 * partBytes])('%i bytes open as they were', async (length) => {
  expect(await opened(await sealed(some(length)))).toEqual(some(length));
});

it('a byte changed anywhere is noticed', async () => {
  const kept = await sealed(some(2 * partBytes + 10));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: kept.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const tampered = Buffer.from(kept);
      tampered[at] = (tampered[at] ?? 0) ^ change;
      await expect(opened(tampered)).rejects.toBeInstanceOf(Damaged);
    }),
    { numRuns: 60 },
  );
});

it('an end cut off, wherever, and bytes added are noticed', async () => {
  const kept = await sealed(some(2 * partBytes));
  const sealedPart = partBytes + 16;
  const cuts = [0, 3, 4, 19, 20, 4 + sealedPart, 4 + sealedPart + 1, kept.length - 1];
  for (const cut of cuts) await expect(opened(kept.subarray(0, cut)), `cut at ${cut}`).rejects.toBeInstanceOf(Damaged);
  await expect(opened(Buffer.concat([kept, Buffer.alloc(1)]))).rejects.toBeInstanceOf(Damaged);
});

it('parts that changed places are noticed', async () => {
  const kept = await sealed(some(3 * partBytes));
  const size = partBytes + 16;
  const part = (n: number): Buffer => kept.subarray(4 + n * size, 4 + (n + 1) * size);
  await expect(opened(Buffer.concat([kept.subarray(0, 4), part(1), part(0), part(2)]))).rejects.toBeInstanceOf(Damaged);
});

it('a file does not open as another file, nor by another key', async () => {
  const kept = await sealed(some(100));
  await expect(opened(kept, 'file b')).rejects.toBeInstanceOf(Damaged);
  await expect(opened(kept, 'file a', makeKey())).rejects.toBeInstanceOf(Damaged);
});

it('a wrapped key opens under its master key and for its file only, and looks different each time', () => {
  const master = makeKey();
  const wrapped = wrapKey(master, key, 'file a');
  expect(unwrapKey(master, wrapped, 'file a')).toEqual(key);
  expect(wrapKey(master, key, 'file a')).not.toEqual(wrapped);
  expect(() => unwrapKey(master, wrapped, 'file b')).toThrow(Damaged);
  expect(() => unwrapKey(makeKey(), wrapped, 'file a')).toThrow(Damaged);
});
