import { useEffect, useState } from 'react';
import { device } from '../device.ts';
import type { OutboxEntry } from './order.ts';

/** This user's unsent and refused changes, kept up to date. `undefined` until the device has been read once. */
export function useOutbox(userId: string | undefined): OutboxEntry[] | undefined {
  const [entries, setEntries] = useState<OutboxEntry[]>();
  useEffect(() => {
    if (!userId) return;
    let current = true;
    const read = (): void => {
      device
        .read(['outbox'], ({ outbox }) => outbox.ofIndex('userId', userId))
        .then((found) => current && setEntries(found))
        .catch((error: unknown) => console.error('the outbox could not be read', error instanceof Error ? error.name : 'unknown'));
    };
    const stop = device.watch('outbox', read);
    read();
    return () => {
      current = false;
      stop();
    };
  }, [userId]);
  return entries;
}
