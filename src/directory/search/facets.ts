import { GrowingList } from './growing-list.ts';

export const dimensions = ['need', 'audience', 'place', 'language', 'condition'] as const;
export type Dimension = (typeof dimensions)[number];
export type Codes = Record<Dimension, readonly string[]>;

/** The codes each document carries (needs, publics, places, languages), side by side so that one look finds them all. */
export interface Facets {
  codes: { dimension: Dimension; code: string }[];
  numbers: Record<Dimension, Map<string, number>>;
  /** Where each document's codes start; one more than there are documents. */
  starts: Uint32Array;
  /** Numbers of codes. */
  values: Uint16Array;
  /** Of each code, its place in `dimensions`. */
  dimensionOf: Uint8Array;
}

const perDimension = (): Record<Dimension, Map<string, number>> => ({
  need: new Map(),
  audience: new Map(),
  place: new Map(),
  language: new Map(),
  condition: new Map(),
});

export class FacetsBuilder {
  readonly #codes: Facets['codes'] = [];
  readonly #numbers: Facets['numbers'] = perDimension();
  readonly #starts = new GrowingList((n) => new Uint32Array(n));
  readonly #values = new GrowingList((n) => new Uint16Array(n));

  addDocument(carried: Codes): void {
    this.#starts.push(this.#values.length);
    for (const dimension of dimensions) {
      for (const code of new Set(carried[dimension])) this.#values.push(this.#number(dimension, code));
    }
  }
  #number(dimension: Dimension, code: string): number {
    let number = this.#numbers[dimension].get(code);
    if (number === undefined) {
      number = this.#codes.push({ dimension, code }) - 1;
      this.#numbers[dimension].set(code, number);
    }
    return number;
  }
  done(): Facets {
    this.#starts.push(this.#values.length);
    return {
      codes: this.#codes,
      numbers: this.#numbers,
      starts: this.#starts.done(),
      values: this.#values.done(),
      dimensionOf: Uint8Array.from(this.#codes, ({ dimension }) => dimensions.indexOf(dimension)),
    };
  }
}

/** In this dimension a document must carry one of these codes. */
export interface Filter {
  dimension: Dimension;
  codes: readonly string[];
}
/** The documents must be in this state; how many are in each state is counted whatever the wish. */
export interface StateFilter {
  /** By document number. */
  states: Uint8Array;
  wanted: number | undefined;
}
export interface Narrowed {
  /** Places in the list of documents that was narrowed, ascending. */
  kept: Uint32Array;
  /** By number of code. */
  counted: Uint32Array;
  /** By state. */
  inState: Uint32Array;
}

/** A document needs all the conditions asked for, so what lacks one of them counts for none. */
const allAreNeeded: ReadonlySet<Dimension> = new Set(['condition']);

/** Keeps the documents that pass every filter, and counts the codes of each dimension among those that pass all filters but its own. */
export function narrow(facets: Facets, documents: Uint32Array, filters: readonly Filter[], { states, wanted }: StateFilter): Narrowed {
  const { numbers, starts, values, dimensionOf } = facets;
  // One bit a filter; a code's bits are the filters it satisfies.
  const satisfies = new Uint8Array(dimensionOf.length);
  const bitOf = new Uint8Array(dimensions.length);
  filters.forEach((filter, i) => {
    if (!allAreNeeded.has(filter.dimension)) bitOf[dimensions.indexOf(filter.dimension)] = 1 << i;
    for (const code of filter.codes) {
      const number = numbers[filter.dimension].get(code);
      if (number !== undefined) satisfies[number] = 1 << i;
    }
  });
  const all = (1 << filters.length) - 1;
  const stateBit = wanted === undefined ? 0 : 1 << filters.length;
  const inState = new Uint32Array(8);
  const counted = new Uint32Array(dimensionOf.length);
  const kept = new Uint32Array(documents.length);
  let count = 0;
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0;
    const from = starts[document] ?? 0;
    const to = starts[document + 1] ?? 0;
    let missing = all;
    for (let i = from; missing !== 0 && i < to; i++) missing &= ~(satisfies[values[i] ?? 0] ?? 0);
    const state = states[document] ?? 0;
    if (missing === 0) inState[state] = (inState[state] ?? 0) + 1;
    if (state !== wanted) missing |= stateBit;
    if (missing === 0) {
      kept[count++] = at;
      for (let i = from; i < to; i++) counted[values[i] ?? 0] = (counted[values[i] ?? 0] ?? 0) + 1;
    } else if ((missing & (missing - 1)) === 0) {
      for (let i = from; i < to; i++) {
        const number = values[i] ?? 0;
        if (bitOf[dimensionOf[number] ?? 0] === missing) counted[number] = (counted[number] ?? 0) + 1;
      }
    }
  }
  return { kept: kept.subarray(0, count), counted, inState };
}
