import type { WrittenTrees } from '../trees.ts';

export interface Growth {
  trees: number;
  leaves: number;
  rate: number;
  /** Least weight of examples in a leaf. */
  leafWeight: number;
  ridge: number;
  /** Share of the examples and of the features each tree sees. */
  rows: number;
  columns: number;
  seed: number;
}

const bins = 48;

/** A generator of numbers from 0 to 1 that always gives the same row (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Leaf {
  rows: Int32Array;
  gradient: number;
  hessian: number;
  split?: { feature: number; bin: number; gain: number };
  node: number;
}

/** Gradient boosting for yes or no, over histograms, the leaf with most to gain first (as LightGBM does). */
export function growTrees(
  examples: readonly ArrayLike<number>[],
  labels: readonly boolean[],
  weights: readonly number[],
  growth: Growth,
): WrittenTrees {
  const n = examples.length;
  const width = examples[0]?.length ?? 0;
  const random = randomFrom(growth.seed);
  const limits = Array.from({ length: width }, (_, f) => limitsOf(examples, f));
  const binned = limits.map((limit, f) => Uint8Array.from(examples, (e) => binOf(limit, e[f] ?? 0)));
  let yes = 0;
  let all = 0;
  for (let i = 0; i < n; i++) {
    all += weights[i] ?? 1;
    if (labels[i]) yes += weights[i] ?? 1;
  }
  const base = Math.log(yes / (all - yes));
  const odds = new Float64Array(n).fill(base);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n);
  const trees: number[] = [];
  for (let t = 0; t < growth.trees; t++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-(odds[i] ?? 0)));
      gradient[i] = ((labels[i] ? 1 : 0) - p) * (weights[i] ?? 1);
      hessian[i] = p * (1 - p) * (weights[i] ?? 1);
    }
    const seen: number[] = [];
    for (let i = 0; i < n; i++) if (random() < growth.rows) seen.push(i);
    const columns = Array.from({ length: width }, (_, f) => f).filter(() => random() < growth.columns);
    const tree = growTree(Int32Array.from(seen), columns, binned, limits, gradient, hessian, growth);
    trees.push(...written(tree));
    for (let i = 0; i < n; i++) {
      let at = 0;
      while ((tree[at] as number) >= 0)
        at = ((examples[i]?.[tree[at] as number] ?? 0) <= (tree[at + 1] as number) ? tree[at + 2] : tree[at + 3]) as number;
      odds[i] = (odds[i] ?? 0) + (tree[at + 1] as number);
    }
  }
  return { base: round(base), trees };
}

function growTree(
  rows: Int32Array,
  columns: number[],
  binned: Uint8Array[],
  limits: number[][],
  gradient: Float64Array,
  hessian: Float64Array,
  growth: Growth,
): number[] {
  const tree: number[] = [-1, 0, 0, 0];
  const makeLeaf = (of: Int32Array, node: number): Leaf => {
    let g = 0;
    let h = 0;
    for (const i of of) {
      g += gradient[i] as number;
      h += hessian[i] as number;
    }
    const leaf: Leaf = { rows: of, gradient: g, hessian: h, node };
    leaf.split = bestSplit(leaf, columns, binned, gradient, hessian, growth);
    return leaf;
  };
  const leaves = [makeLeaf(rows, 0)];
  while (leaves.length < growth.leaves) {
    let next: Leaf | undefined;
    for (const leaf of leaves) if (leaf.split && leaf.split.gain > (next?.split?.gain ?? 1e-6)) next = leaf;
    if (!next?.split) break;
    const { feature, bin } = next.split;
    const column = binned[feature] as Uint8Array;
    const left = next.rows.filter((i) => (column[i] as number) <= bin);
    const right = next.rows.filter((i) => (column[i] as number) > bin);
    const at = tree.length;
    tree.push(-1, 0, 0, 0, -1, 0, 0, 0);
    tree.splice(next.node, 4, feature, limits[feature]?.[bin] ?? 0, at, at + 4);
    leaves.splice(leaves.indexOf(next), 1, makeLeaf(left, at), makeLeaf(right, at + 4));
  }
  for (const { node, gradient: g, hessian: h } of leaves) tree[node + 1] = round((growth.rate * g) / (h + growth.ridge));
  return tree;
}

function bestSplit(
  leaf: Leaf,
  columns: number[],
  binned: Uint8Array[],
  gradient: Float64Array,
  hessian: Float64Array,
  { ridge, leafWeight }: Growth,
): Leaf['split'] {
  let best: Leaf['split'];
  const g = new Float64Array(bins);
  const h = new Float64Array(bins);
  const worth = (sum: number, weight: number): number => (sum * sum) / (weight + ridge);
  const whole = worth(leaf.gradient, leaf.hessian);
  for (const feature of columns) {
    g.fill(0);
    h.fill(0);
    const column = binned[feature] as Uint8Array;
    for (const i of leaf.rows) {
      const bin = column[i] as number;
      g[bin] = (g[bin] as number) + (gradient[i] as number);
      h[bin] = (h[bin] as number) + (hessian[i] as number);
    }
    let leftG = 0;
    let leftH = 0;
    for (let bin = 0; bin < bins - 1; bin++) {
      leftG += g[bin] as number;
      leftH += h[bin] as number;
      const rightH = leaf.hessian - leftH;
      if (leftH < leafWeight || rightH < leafWeight || h[bin] === 0) continue;
      const gain = worth(leftG, leftH) + worth(leaf.gradient - leftG, rightH) - whole;
      if (gain > (best?.gain ?? 0)) best = { feature, bin, gain };
    }
  }
  return best;
}

/** A tree of nodes of four (feature, limit, left, right) as the files keep it. */
function written(tree: number[], at = 0): number[] {
  const [feature = -1, value = 0, left = 0, right = 0] = tree.slice(at, at + 4);
  return feature < 0 ? [-1, value] : [feature, value, ...written(tree, left), ...written(tree, right)];
}

/** Limits between bins that hold about equally many examples, rounded so that the file stays small. */
function limitsOf(examples: readonly ArrayLike<number>[], feature: number): number[] {
  const values = Float64Array.from(examples, (e) => e[feature] ?? 0).sort();
  const limits: number[] = [];
  for (let bin = 1; bin < bins; bin++) {
    const limit = round(values[Math.floor((bin * values.length) / bins)] ?? 0);
    if (limits.length === 0 || limit > (limits.at(-1) ?? 0)) limits.push(limit);
  }
  return limits;
}

function binOf(limits: number[], value: number): number {
  let bin = 0;
  while (bin < limits.length && value > (limits[bin] as number)) bin++;
  return bin;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
