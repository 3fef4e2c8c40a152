const most = 10;

export interface Score {
  recall: number;
  reciprocalRank: number;
}

/** Share of what should be found that is among the first ten, and one over the place of the first of them; what is right as well is stepped over. */
export function scoreOf(ranking: readonly string[], expected: ReadonlySet<string>, alsoRight: ReadonlySet<string>): Score {
  const first = ranking.filter((id) => !alsoRight.has(id)).slice(0, most);
  const rank = first.findIndex((id) => expected.has(id));
  return {
    recall: first.filter((id) => expected.has(id)).length / Math.min(most, expected.size),
    reciprocalRank: rank < 0 ? 0 : 1 / (rank + 1),
  };
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
