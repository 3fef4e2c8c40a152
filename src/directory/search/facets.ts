import { GrowingList } from './growing-list.ts';

export const dimensions = ['need', 'audience', 'place', 'language', 'condition', 'appointment'] as const;
export type Dimension = (typeof dimensions)[number];
export type Codes = Record<Dimension, readonly string[]>;

/** Dimensions looked at together: in a directory there are few ways to speak languages, be for publics and set conditions. */
const groups: readonly (readonly Dimension[])[] = [['need'], ['place'], ['audience', 'language', 'condition', 'appointment']];

/**
 * The codes each document carries. Documents with the same codes share one set of them: counting looks at three numbers a document,
 * however many codes it carries.
 */
export interface Facets {
  codes: { dimension: Dimension; code: string }[];
  numbers: Record<Dimension, Map<string, number>>;
  /** Of each document, the numbers of its sets: one a group. Two bytes each where they suffice, to stay near the processor. */
  setsOf: Uint32Array | Uint16Array;
  /** Of each set, the numbers of its codes. */
  codesOf: number[][];
  /** Of each code, the numbers of the sets that hold it. */
  setsWith: number[][];
}

const perDimension = (): Record<Dimension, Map<string, number>> => ({
  need: new Map(),
  audience: new Map(),
  place: new Map(),
  language: new Map(),
  condition: new Map(),
  appointment: new Map(),
});

export class FacetsBuilder {
  readonly #codes: Facets['codes'] = [];
  readonly #numbers = perDimension();
  readonly #setNumbers = groups.map(() => new Map<string, number>());
  readonly #setsOf = new GrowingList((n) => new Uint32Array(n));
  readonly #codesOf: number[][] = [];
  readonly #setsWith: number[][] = [];

  addDocument(carried: Codes): void {
    groups.forEach((group, i) => {
      const numbers = group.flatMap((dimension) => [...new Set(carried[dimension])].map((code) => this.#number(dimension, code)));
      this.#setsOf.push(
        this.#set(
          i,
          numbers.sort((a, b) => a - b),
        ),
      );
    });
  }
  #set(group: number, codes: number[]): number {
    const key = codes.join();
    const known = this.#setNumbers[group]?.get(key);
    if (known !== undefined) return known;
    const set = this.#codesOf.push(codes) - 1;
    this.#setNumbers[group]?.set(key, set);
    for (const code of codes) this.#setsWith[code]?.push(set);
    return set;
  }
  #number(dimension: Dimension, code: string): number {
    let number = this.#numbers[dimension].get(code);
    if (number === undefined) {
      number = this.#codes.push({ dimension, code }) - 1;
      this.#numbers[dimension].set(code, number);
      this.#setsWith.push([]);
    }
    return number;
  }
  done(): Facets {
    return {
      codes: this.#codes,
      numbers: this.#numbers,
      setsOf: this.#codesOf.length > 0xffff ? this.#setsOf.done() : Uint16Array.from(this.#setsOf.done()),
      codesOf: this.#codesOf,
      setsWith: this.#setsWith,
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

/** Of each set, one bit for each filter it satisfies. */
function bitsOfSets({ numbers, codesOf, setsWith }: Facets, filters: readonly Filter[]): Uint32Array {
  const bits = new Uint32Array(codesOf.length);
  filters.forEach(({ dimension, codes }, i) => {
    for (const code of codes) {
      for (const set of setsWith[numbers[dimension].get(code) ?? -1] ?? []) bits[set] = (bits[set] ?? 0) | (1 << i);
    }
  });
  return bits;
}

/** Keeps the documents that pass every filter, and counts the codes of each dimension among those that pass all filters but its own. */
export function narrow(facets: Facets, documents: Uint32Array, filters: readonly Filter[], { states, wanted }: StateFilter): Narrowed {
  const { setsOf, codesOf } = facets;
  const size = codesOf.length;
  const bits = filters.length > 0 ? bitsOfSets(facets, filters) : undefined;
  const all = (1 << filters.length) - 1;
  const stateBit = wanted === undefined ? 0 : 1 << filters.length;
  const inState = new Uint32Array(8);
  const kept = new Uint32Array(documents.length);
  let count = 0;
  // How often each set was met: among what is kept, and from there on for each filter among what fails that one alone.
  const met = new Uint32Array(size * (filters.length + 1));
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0;
    const needs = setsOf[document * 3] ?? 0;
    const places = setsOf[document * 3 + 1] ?? 0;
    const others = setsOf[document * 3 + 2] ?? 0;
    let missing = bits ? all & ~((bits[needs] ?? 0) | (bits[places] ?? 0) | (bits[others] ?? 0)) : 0;
    const state = states[document] ?? 0;
    if (missing === 0) inState[state] = (inState[state] ?? 0) + 1;
    if (state !== wanted) missing |= stateBit;
    if (missing === 0) kept[count++] = at;
    else if (missing === stateBit || (missing & (missing - 1)) !== 0) continue;
    const from = missing === 0 ? 0 : size * (32 - Math.clz32(missing));
    met[from + needs] = (met[from + needs] ?? 0) + 1;
    met[from + places] = (met[from + places] ?? 0) + 1;
    met[from + others] = (met[from + others] ?? 0) + 1;
  }
  return { kept: kept.subarray(0, count), counted: countCodes(facets, met, filters), inState };
}

/** How often each code was met, from how often each set was; where one filter failed, only its own dimension counts. */
function countCodes({ codes, codesOf }: Facets, met: Uint32Array, filters: readonly Filter[]): Uint32Array {
  const counted = new Uint32Array(codes.length);
  for (const [i, dimension] of [undefined, ...filters.map((filter) => filter.dimension)].entries()) {
    if (dimension !== undefined && allAreNeeded.has(dimension)) continue;
    codesOf.forEach((members, set) => {
      const often = met[i * codesOf.length + set] ?? 0;
      if (often === 0) return;
      for (const code of members) {
        if (dimension === undefined || codes[code]?.dimension === dimension) counted[code] = (counted[code] ?? 0) + often;
      }
    });
  }
  return counted;
}
