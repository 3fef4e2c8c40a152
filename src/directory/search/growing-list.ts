/** Numbers appended one by one, kept in a typed array: four bytes each where a plain array would take eight or more. */
export class GrowingList<A extends Uint32Array | Uint8Array | Uint16Array | Float32Array> {
  readonly #make: (length: number) => A;
  #values: A;
  length = 0;
  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#values = make(1024);
  }
  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = this.#make(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }
  /** What was appended, in an array of its exact length. */
  done(): A {
    return this.#values.slice(0, this.length) as A;
  }
}
