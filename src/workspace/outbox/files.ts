import { nextBatch, type OutboxEntry } from './order.ts';

/** A file that a change on its way names; it stays on the device until the server has the change. */
export interface OutboxFile {
  id: string;
  userId: string;
  blob: Blob;
  /** The server has it, and keeps it for a day. */
  isSent: boolean;
}

/** The file a change names, if any. */
export const fileOf = ({ payload }: Pick<OutboxEntry, 'payload'>): string | undefined =>
  typeof payload.fileId === 'string' ? payload.fileId : undefined;

export type Step = { sendFileOf: OutboxEntry } | { post: OutboxEntry[] };

/**
 * What to do next: send the file of the change whose turn it is, or post the changes up to the next one whose file is still here.
 * Changes whose file cannot go now are `late`: they wait with all that rests on them, and hold back no other visitor.
 */
export function nextStep(
  entries: readonly OutboxEntry[],
  userId: string,
  unsent: ReadonlySet<string>,
  late: ReadonlySet<string>,
  limit?: number,
): Step {
  const present = entries.map((entry): OutboxEntry => (late.has(entry.id) ? { ...entry, state: 'refused' } : entry));
  const batch = nextBatch(present, userId, limit);
  const needsFile = (entry: OutboxEntry): boolean => unsent.has(fileOf(entry) ?? '');
  const first = batch.findIndex(needsFile);
  const [next] = batch;
  if (first === 0 && next) return { sendFileOf: next };
  return { post: first < 0 ? batch : batch.slice(0, first) };
}
