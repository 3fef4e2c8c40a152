import type { Statement } from '../database/batch.ts';

export interface Message {
  /** What occasion it is for, for those who count. */
  kind: string;
  to: string;
  subject: string;
  text: string;
  /** An appointment as RFC 5545 sends it, which a calendar takes over. */
  calendar?: string;
}

/** Puts a message in the outbox, with the change it follows: it exists only if the change does. */
export const queueMessage = ({ kind, to, subject, text, calendar }: Message): Statement => ({
  name: 'queue-message',
  text: 'insert into platform.message (kind, recipient, subject, body, calendar) values ($1, $2, $3, $4, $5)',
  values: [kind, to, subject, text, calendar ?? null],
});
