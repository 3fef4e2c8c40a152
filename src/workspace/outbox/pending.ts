import type { OutboxEntry } from './order.ts';

/** This case's changes that the server has not seen yet. */
export const unsentOf = (outbox: readonly OutboxEntry[], caseId: string): OutboxEntry[] =>
  outbox.filter((e) => e.state === 'waiting' && e.payload.caseId === caseId);

/** Whether a change of this kind about this very thing is on its way. */
export function isOnItsWay(outbox: readonly OutboxEntry[], kind: string, subject: Record<string, string>): boolean {
  return outbox.some(
    (e) => e.state === 'waiting' && e.kind === kind && Object.entries(subject).every(([key, id]) => e.payload[key] === id),
  );
}
