/** A pair with its label and what we say of it. */
export interface Judged {
  kind: string;
  same: boolean;
  score: number;
}

export function f1At(judged: readonly Judged[], threshold: number): number {
  let [hits, said, all] = [0, 0, 0];
  for (const { same, score } of judged) {
    if (same) all++;
    if (score < threshold) continue;
    said++;
    if (same) hits++;
  }
  return said + all === 0 ? 0 : (2 * hits) / (said + all);
}

/** Kinds that hold "different" pairs only have no F1. */
export const kindsOf = (judged: readonly Judged[]): string[] =>
  [...new Set(judged.filter(({ same }) => same).map(({ kind }) => kind))].sort();

export function meanF1(judged: readonly Judged[], threshold: number): number {
  const kinds = kindsOf(judged);
  return (
    kinds.reduce(
      (sum, kind) =>
        sum +
        f1At(
          judged.filter((j) => j.kind === kind),
          threshold,
        ),
      0,
    ) / kinds.length
  );
}

/** The threshold with the best mean F1 over kinds, among those given. */
export function bestThreshold(judged: readonly Judged[], candidates: readonly number[]): number {
  return candidates.reduce((best, t) => (meanF1(judged, t) > meanF1(judged, best) ? t : best), candidates[0] ?? 0.5);
}

/** How many of those said to be the same are, where nine in ten of the same are found. */
export function precisionAtRecall(judged: readonly Judged[], recall = 0.9): number {
  const sorted = [...judged].sort((x, y) => y.score - x.score);
  const all = sorted.filter(({ same }) => same).length;
  let hits = 0;
  for (const [i, { same }] of sorted.entries()) {
    if (same) hits++;
    if (hits >= recall * all) return hits / (i + 1);
  }
  return 0;
}
