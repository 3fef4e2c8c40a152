import { useSyncExternalStore } from 'react';

// Of this tab alone: another tab that sends says only that something is on its way.
let sending: { fileId: string; part: number } | undefined;
const listeners = new Set<() => void>();

export function noteProgress(fileId: string, part: number | undefined): void {
  sending = part === undefined ? undefined : { fileId, part };
  for (const listener of listeners) listener();
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** How much of a file has gone, from 0 to 1; `undefined` while it is not its turn. */
export const useProgress = (fileId: string): number | undefined =>
  useSyncExternalStore(listen, () => (sending?.fileId === fileId ? sending.part : undefined));
