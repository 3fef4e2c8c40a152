import { draftKey } from '../draft.ts';
import { device } from '../device.ts';
import type { OutboxEntry } from './order.ts';

type Typed = Record<string, unknown>;
const isTyped = (value: unknown): value is Typed => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was typed before with what was typed since over it; lists and texts are taken whole. */
export function typedSince(before: Typed, since: Typed): Typed {
  const merged: Typed = { ...before };
  for (const [name, value] of Object.entries(since)) {
    const old = before[name];
    merged[name] = isTyped(old) && isTyped(value) ? typedSince(old, value) : value;
  }
  return merged;
}

/** Puts what a refused change said back into its form's draft, and takes the change out of the outbox: both or neither. */
export async function takeUpAgain(entry: OutboxEntry, draft: { name: string; value: Typed }): Promise<void> {
  const key = draftKey(entry.userId, draft.name);
  await device.write(['outbox', 'kept'], async ({ outbox, kept }) => {
    const since = (await kept.get(key))?.value;
    await kept.put({ key, value: isTyped(since) ? typedSince(draft.value, since) : draft.value });
    await outbox.delete(entry.seq);
  });
}
