import { GrowingList } from './growing-list.ts';

export const dimensions = ['need', 'audience', 'place', 'language'] as const;
export type Dimension = (typeof dimensions)[number];

/** The codes of one dimension (needs, places …) that each document carries. */
export interface Facet {
  codes: string[];
  numbers: Map<string, number>;
  starts: Uint32Array;
  values: Uint16Array;
}

export class FacetBuilder {
  readonly #codes: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #starts = new GrowingList((n) => new Uint32Array(n));
  readonly #values = new GrowingList((n) => new Uint16Array(n));

  addDocument(codes: Iterable<string>): void {
    this.#starts.push(this.#values.length);
    for (const code of new Set(codes)) {
      let number = this.#numbers.get(code);
      if (number === undefined) {
        number = this.#codes.push(code) - 1;
        this.#numbers.set(code, number);
      }
      this.#values.push(number);
    }
  }
  done(): Facet {
    this.#starts.push(this.#values.length);
    return { codes: this.#codes, numbers: this.#numbers, starts: this.#starts.done(), values: this.#values.done() };
  }
}

/** Tells of each document whether it carries one of `codes`. */
export function carries(facet: Facet, codes: Iterable<string>): (document: number) => boolean {
  const wanted = new Uint8Array(facet.codes.length);
  for (const code of codes) {
    const number = facet.numbers.get(code);
    if (number !== undefined) wanted[number] = 1;
  }
  const { starts, values } = facet;
  return (document) => {
    for (let i = starts[document] ?? 0; i < (starts[document + 1] ?? 0); i++) if (wanted[values[i] ?? 0] === 1) return true;
    return false;
  };
}

/** Counts documents per code of one facet. */
export class FacetCounter {
  readonly #facet: Facet;
  readonly #counts: Uint32Array;
  constructor(facet: Facet) {
    this.#facet = facet;
    this.#counts = new Uint32Array(facet.codes.length);
  }
  add(document: number): void {
    const { starts, values } = this.#facet;
    for (let i = starts[document] ?? 0; i < (starts[document + 1] ?? 0); i++) {
      const number = values[i] ?? 0;
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    }
  }
  /** Codes met at least once. */
  done(): Map<string, number> {
    return new Map(
      this.#facet.codes.flatMap((code, number) => ((this.#counts[number] ?? 0) > 0 ? [[code, this.#counts[number] ?? 0]] : [])),
    );
  }
}
