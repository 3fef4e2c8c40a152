import type { DocumentOpening } from './document.ts';
import { GrowingList } from './growing-list.ts';

export const openingStates = ['closed', 'open', 'by_appointment', 'unknown'] as const;
export type OpeningWord = (typeof openingStates)[number];
const number = (state: OpeningWord): number => openingStates.indexOf(state);

const whenNotOpen = { hours: number('closed'), by_appointment: number('by_appointment'), unknown: number('unknown') };

/** The open times of all documents in the days after the index was built. */
export interface Openings {
  /** Where each document's times start; one more than there are documents. */
  starts: Uint32Array;
  /** Start and end of each time, in minutes since 1970. */
  edges: Uint32Array;
  /** What each document is when it is not open: a number of `openingStates`. */
  otherwise: Uint8Array;
}

export class OpeningsBuilder {
  readonly #starts = new GrowingList((n) => new Uint32Array(n));
  readonly #edges = new GrowingList((n) => new Uint32Array(n));
  readonly #otherwise = new GrowingList((n) => new Uint8Array(n));

  addDocument({ kind, open }: DocumentOpening): void {
    this.#starts.push(this.#edges.length);
    for (const [start, end] of open) {
      this.#edges.push(start);
      this.#edges.push(end);
    }
    this.#otherwise.push(whenNotOpen[kind]);
  }
  done(): Openings {
    this.#starts.push(this.#edges.length);
    return { starts: this.#starts.done(), edges: this.#edges.done(), otherwise: this.#otherwise.done() };
  }
}

/** The state of every document at that minute, by document number, as numbers of `openingStates`. */
function statesAt({ starts, edges, otherwise }: Openings, minute: number): Uint8Array {
  const open = number('open');
  const states = otherwise.slice();
  for (let document = 0; document < states.length; document++) {
    const to = starts[document + 1] ?? 0;
    for (let i = starts[document] ?? 0; i < to; i += 2) {
      if ((edges[i] ?? 0) <= minute && minute < (edges[i + 1] ?? 0)) {
        states[document] = open;
        break;
      }
    }
  }
  return states;
}

const lastAsked = new WeakMap<Openings, { minute: number; states: Uint8Array }>();
/** As `statesAt`, worked out once a minute. */
export function openingStatesAt(openings: Openings, minute: number): Uint8Array {
  const last = lastAsked.get(openings);
  if (last?.minute === minute) return last.states;
  const states = statesAt(openings, minute);
  lastAsked.set(openings, { minute, states });
  return states;
}
