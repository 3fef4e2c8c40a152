import { startTransition, useOptimistic } from 'react';

/** An answer as it was just given, drawn before the rest of the screen hears of it: an old computer shows a key at once. */
export function useShown<V>(value: V, tell: (value: V) => void): [V, (next: V) => void] {
  const [shown, show] = useOptimistic(value);
  return [
    shown,
    (next) =>
      startTransition(() => {
        show(next);
        tell(next);
      }),
  ];
}
