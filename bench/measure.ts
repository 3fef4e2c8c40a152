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

const median = (values: number[]): number => percentile(values, 0.5);

/** Measures each so many times, in turns, so that what else the machine does falls on all of them; the median of each figure. */
export async function inTurns<const M extends readonly (() => Promise<Speed>)[]>(
  rounds: number,
  measures: M,
): Promise<{ [K in keyof M]: Speed }> {
  const seen = measures.map((): Speed[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, take] of measures.entries()) seen[i]?.push(await take());
  }
  return seen.map((speeds) => ({
    p50: median(speeds.map((speed) => speed.p50)),
    p95: median(speeds.map((speed) => speed.p95)),
    perSecond: median(speeds.map((speed) => speed.perSecond)),
  })) as { [K in keyof M]: Speed };
}
