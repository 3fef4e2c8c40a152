const chunkBits = 14;
const chunkLength = 1 << chunkBits;

/**
 * Numbers appended one by one, kept in typed arrays: four bytes each where a plain array would take eight or more. Grows by a piece at a time,
 * because twice the room of a long list, for the moment of copying it, would be what a small machine has least of.
 */
export class GrowingList<A extends Uint32Array | Uint8Array | Uint16Array | Float32Array> {
  readonly #make: (length: number) => A;
  readonly #chunks: A[] = [];
  #last: A;
  length = 0;
  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#last = make(chunkLength);
    this.#chunks.push(this.#last);
  }
  push(value: number): void {
    const at = this.length & (chunkLength - 1);
    if (at === 0 && this.length > 0) {
      this.#last = this.#make(chunkLength);
      this.#chunks.push(this.#last);
    }
    this.#last[at] = value;
    this.length++;
  }
  at(index: number): number | undefined {
    return index < this.length ? this.#chunks[index >>> chunkBits]?.[index & (chunkLength - 1)] : undefined;
  }
  /** What was appended, in one array of its exact length. */
  done(): A {
    const all = this.#make(this.length);
    this.#chunks.forEach((chunk, i) => {
      const from = i * chunkLength;
      all.set(chunk.subarray(0, Math.min(chunkLength, this.length - from)), from);
    });
    return all;
  }
}
