import type { RewriteRefusal } from '../lists.ts';

/** What is written anew, and as what. */
export interface Rewritten {
  type: 'image/jpeg' | 'application/pdf' | 'audio/wav';
  bytes: Uint8Array;
}

/** A file that cannot be written anew, and so is not kept. */
export class Refused extends Error {
  readonly code: RewriteRefusal;
  constructor(code: RewriteRefusal) {
    super(code);
    this.code = code;
  }
}
