import type { Part } from './document.ts';
import { GrowingList } from './growing-list.ts';

const partBits: Record<Part, number> = { name: 4, term: 2, text: 1 };
export const inName = partBits.name;

/** For each term the documents that hold it, ascending, each with the parts it stands in. */
export interface Postings {
  /** Where each term's documents start; one more than there are terms. */
  starts: Uint32Array;
  documents: Uint32Array;
  parts: Uint8Array;
}

/** Collects terms document by document, then turns the table round. */
export class PostingsBuilder {
  readonly #terms = new GrowingList((n) => new Uint32Array(n));
  readonly #parts = new GrowingList((n) => new Uint8Array(n));
  readonly #ends = new GrowingList((n) => new Uint32Array(n));
  /** The parts each term stands in, in the current document. */
  #standsIn = new Uint8Array(1024);
  readonly #current: number[] = [];

  add(term: number, part: Part): void {
    if (term >= this.#standsIn.length) {
      const larger = new Uint8Array(term * 2);
      larger.set(this.#standsIn);
      this.#standsIn = larger;
    }
    const before = this.#standsIn[term] ?? 0;
    if (before === 0) this.#current.push(term);
    this.#standsIn[term] = before | partBits[part];
  }
  endDocument(): void {
    for (const term of this.#current) {
      this.#terms.push(term);
      this.#parts.push(this.#standsIn[term] ?? 0);
      this.#standsIn[term] = 0;
    }
    this.#ends.push(this.#terms.length);
    this.#current.length = 0;
  }
  done(termCount: number): Postings {
    // Read where they are: a copy would double the largest lists for as long as the table is turned.
    const terms = this.#terms;
    const partsIn = this.#parts;
    const ends = this.#ends;
    const starts = new Uint32Array(termCount + 1);
    for (let entry = 0; entry < terms.length; entry++) {
      const term = terms.at(entry) ?? 0;
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    }
    for (let term = 0; term < termCount; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    const next = starts.slice();
    const documents = new Uint32Array(terms.length);
    const parts = new Uint8Array(terms.length);
    let entry = 0;
    for (let document = 0; document < ends.length; document++) {
      for (const end = ends.at(document) ?? 0; entry < end; entry++) {
        const term = terms.at(entry) ?? 0;
        const at = next[term] ?? 0;
        documents[at] = document;
        parts[at] = partsIn.at(entry) ?? 0;
        next[term] = at + 1;
      }
    }
    return { starts, documents, parts };
  }
}
