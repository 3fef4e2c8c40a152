/**
 * Boosted decision trees, as numbers: each tree is a flat list of nodes of four (feature, limit, left, right);
 * a leaf is (-1, value, 0, 0). Values below or at the limit go left.
 */
export interface Trees {
  base: number;
  trees: number[][];
}

/** The answer in log-odds. */
export function logOdds({ base, trees }: Trees, features: ArrayLike<number>): number {
  let sum = base;
  for (const tree of trees) {
    let at = 0;
    let feature = tree[0] as number;
    while (feature >= 0) {
      at = ((features[feature] as number) <= (tree[at + 1] as number) ? tree[at + 2] : tree[at + 3]) as number;
      feature = tree[at] as number;
    }
    sum += tree[at + 1] as number;
  }
  return sum;
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
