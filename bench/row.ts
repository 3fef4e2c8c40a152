/** One line of the bench: our figure beside a rival's from the same run. */
export interface BenchRow {
  name: string;
  unit: string;
  ours: number;
  rival: { name: string; value: number };
  /** What we hold ourselves to, in words. */
  limit: string;
  holds: boolean;
}

/** The value below which `share` of the samples lie; 0 < share ≤ 1. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
