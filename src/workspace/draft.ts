import { useCallback, useEffect, useState } from 'react';
import { findKept, forget, keep } from './device.ts';
import { useSession } from './session.tsx';

export interface Draft<T> {
  /** `undefined` while the device is being read. */
  value: T | undefined;
  change: (part: Partial<T>) => void;
  /** Forgets what was typed and begins again. */
  restart: (next: T) => void;
  discard: () => Promise<void>;
}

/** Under which key the device keeps what a user is typing in a form. */
export const draftKey = (userId: string, name: string): string => `draft:${userId}:${name}`;

/** What a person is typing, kept on the device at every change, for this user only. */
export function useDraft<T extends object>(name: string, begin: () => T | Promise<T>): Draft<T> {
  const userId = useSession().me?.user.id ?? 'nobody';
  const key = draftKey(userId, name);
  const [value, setValue] = useState<T>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: screens write `begin` inline; the key alone says which draft this is.
  useEffect(() => {
    let current = true;
    const load = async () => {
      const fresh = await begin();
      const kept = await findKept<Partial<T>>(key);
      if (current) setValue({ ...fresh, ...kept });
    };
    load().catch(async () => {
      // A device without storage (private window) still lets one work; only the draft is then not kept.
      const fresh = await begin();
      if (current) setValue(fresh);
    });
    return () => {
      current = false;
    };
  }, [key]);

  const store = useCallback(
    (next: T) => void keep(key, next).catch(() => console.error('the draft could not be kept on this device')),
    [key],
  );
  const change = useCallback(
    (part: Partial<T>) =>
      setValue((before) => {
        if (!before) return before;
        const next = { ...before, ...part };
        store(next);
        return next;
      }),
    [store],
  );
  const restart = useCallback(
    (next: T) => {
      store(next);
      setValue(next);
    },
    [store],
  );
  const discard = useCallback(() => forget(key), [key]);
  return { value, change, restart, discard };
}
