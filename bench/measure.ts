import { percentile } from './row.ts';

export const clients = 20;

export interface Speed {
  p50: number;
  p95: number;
  perSecond: number;
}

/** Twenty clients, each asking its next question when the last was answered; times in milliseconds. */
export async function measure<Q>(queries: readonly Q[], ask: (query: Q) => Promise<unknown>): Promise<Speed> {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let query = queries[next++]; query; query = queries[next++]) {
        const at = performance.now();
        await ask(query);
        times.push(performance.now() - at);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), perSecond: times.length / seconds };
}
