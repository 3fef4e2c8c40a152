/** Boosted decision trees as they are evaluated: nodes of four (feature, limit, left, right) in one row; a leaf is (-1, value, 0, 0). */
export interface Trees {
  base: number;
  nodes: Float64Array;
  /** Where each tree begins. */
  roots: number[];
}

/**
 * Trees as the files keep them: each node before its left branch before its right one; a branching is its feature and the limit
 * up to which values go left, a leaf is -1 and what it adds to the log-odds.
 */
export interface WrittenTrees {
  base: number;
  trees: number[];
}

export function treesFrom({ base, trees }: WrittenTrees): Trees {
  const nodes: number[] = [];
  const roots: number[] = [];
  let at = 0;
  const readNode = (): number => {
    const [feature = -1, value = 0] = [trees[at], trees[at + 1]];
    at += 2;
    const node = nodes.push(feature, value, 0, 0) - 4;
    if (feature >= 0) {
      nodes[node + 2] = readNode();
      nodes[node + 3] = readNode();
    }
    return node;
  };
  while (at < trees.length) roots.push(readNode());
  return { base, nodes: Float64Array.from(nodes), roots };
}

/** The answer in log-odds. */
export function logOdds({ base, nodes, roots }: Trees, features: ArrayLike<number>): number {
  let sum = base;
  for (const root of roots) {
    let at = root;
    let feature = nodes[at] as number;
    while (feature >= 0) {
      at = ((features[feature] as number) <= (nodes[at + 1] as number) ? nodes[at + 2] : nodes[at + 3]) as number;
      feature = nodes[at] as number;
    }
    sum += nodes[at + 1] as number;
  }
  return sum;
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
