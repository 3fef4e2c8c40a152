import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { findKept, forget, keep } from './device.ts';
import { useSession } from './session.tsx';

export interface Draft<T> {
  /** `undefined` while the device is being read. */
  value: T | undefined;
  change: (part: Partial<T>) => void;
  /** For a question that shows its own answer at once (`useShown`): the rest of the screen follows when there is time. */
  changeSoon: (part: Partial<T>) => void;
  /** What was typed so far, whether it is drawn already or not. */
  latest: () => T | undefined;
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
  const typed = useRef<T>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: screens write `begin` inline; the key alone says which draft this is.
  useEffect(() => {
    let current = true;
    const begun = (fresh: T): void => {
      if (!current) return;
      typed.current = fresh;
      setValue(fresh);
    };
    const load = async () => {
      const fresh = await begin();
      begun({ ...fresh, ...(await findKept<Partial<T>>(key)) });
    };
    // A device without storage (private window) still lets one work; only the draft is then not kept.
    load().catch(async () => begun(await begin()));
    return () => {
      current = false;
    };
  }, [key]);

  const store = useCallback(
    (next: T) => void keep(key, next).catch(() => console.error('the draft could not be kept on this device')),
    [key],
  );
  const restart = useCallback(
    (next: T) => {
      typed.current = next;
      store(next);
      setValue(next);
    },
    [store],
  );
  const change = useCallback((part: Partial<T>) => typed.current && restart({ ...typed.current, ...part }), [restart]);
  const changeSoon = useCallback((part: Partial<T>) => startTransition(() => change(part)), [change]);
  const latest = useCallback(() => typed.current, []);
  const discard = useCallback(() => forget(key), [key]);
  return { value, change, changeSoon, latest, restart, discard };
}
