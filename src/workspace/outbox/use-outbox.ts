import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { device } from '../device.ts';
import type { OutboxEntry } from './order.ts';

/** This user's unsent and refused changes, kept up to date. `undefined` until the device has been read once. */
export function useOutbox(userId: string | undefined): OutboxEntry[] | undefined {
  const [entries, setEntries] = useState<OutboxEntry[]>();
  useEffect(() => {
    if (!userId) return;
    const subscription = liveQuery(() => device.outbox.where('userId').equals(userId).sortBy('seq')).subscribe({
      next: setEntries,
      error: (error: unknown) => console.error('the outbox could not be read', error instanceof Error ? error.name : 'unknown'),
    });
    return () => subscription.unsubscribe();
  }, [userId]);
  return entries;
}
