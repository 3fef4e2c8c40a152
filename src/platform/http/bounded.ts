/** Thrown at the first byte too many. */
export class TooLarge extends Error {}

/** A body as it comes, as long as it keeps to so many bytes: what it says of its own length proves nothing. Throws `TooLarge`. */
export async function* bounded(body: ReadableStream<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > mostBytes) throw new TooLarge();
    yield piece;
  }
}
