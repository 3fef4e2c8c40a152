import { useSearchParams } from 'react-router';
import { type Narrowed, narrowedSchema, narrowings } from '../contract.ts';

/** The address that asks for the same actions, with something chosen otherwise; undefined takes a choice away. */
export function addressOf(path: string, narrowed: Narrowed, more: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...narrowed, ...more })) if (value) search.set(name, value);
  const query = search.toString();
  return query ? `${path}?${query}` : path;
}

// At once: what was ticked shows as ticked before what it leads to is read.
const goes = { replace: true, flushSync: true };

/** What the address narrows the region's actions to; what it does not know is left out. */
export function useNarrowed(): {
  narrowed: Narrowed;
  search: URLSearchParams;
  set: (name: string, value: string) => void;
  showAll: () => void;
} {
  const [search, setSearch] = useSearchParams();
  const given = narrowings.flatMap((name) => {
    const value = narrowedSchema.shape[name].safeParse(search.get(name) || undefined);
    return value.success && value.data ? [[name, value.data] as const] : [];
  });
  return {
    narrowed: Object.fromEntries(given),
    search,
    set(name, value) {
      const next = new URLSearchParams(search);
      if (value) next.set(name, value);
      else next.delete(name);
      setSearch(next, goes);
    },
    showAll() {
      const next = new URLSearchParams(search);
      for (const name of narrowings) next.delete(name);
      setSearch(next, goes);
    },
  };
}
