/** Runs at most `most` of the given works at a time; the others wait their turn, first come first served. */
export function limit(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resume) => waiting.push(resume));
    else running++;
    try {
      return await work();
    } finally {
      // The place is handed over, not freed: a newcomer cannot slip in before the one that waited.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
