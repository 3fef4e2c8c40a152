import { StartupError } from '../../platform/config.ts';
import type { ImportReason } from './lists.ts';

/** What was given cannot be imported; the reason is for screens, the message for a terminal. */
export class ImportRefused extends StartupError {
  readonly reason: ImportReason;
  constructor(reason: ImportReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
