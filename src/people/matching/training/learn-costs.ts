import { signCount, signs } from '../signs.ts';
import { writeCost, type WrittenCosts } from '../costs.ts';

/** Two words that are one name, in signs. */
export type Example = readonly [readonly number[], readonly number[]];

const vowelLike = new Set(['h', 'h^', 'h$', 'w', 'w^', 'ع', 'ع^', 'ه', 'ه^', 'ه$', 'ح', 'و^', 'ء']);

/** How likely two signs are to stand opposite each other before anything was seen: by their classes of sound. */
function prior(a: number, b: number): number {
  const [x, y] = [signs[a], signs[b]];
  if (!x || !y) return 0;
  if (a === b) return 3;
  const soft = (s: typeof x): boolean => s.vowel || vowelLike.has(s.name);
  if (soft(x) && soft(y)) return 0.1;
  if (soft(x) !== soft(y)) return 0.002;
  return x.sound === y.sound ? 0.2 : 0.005;
}

const kindOf = (a: readonly number[], b: readonly number[]): number => {
  const isArabic = (word: readonly number[]): number => (signs[word[0] ?? 0]?.arabic ? 1 : 0);
  return isArabic(a) + isArabic(b);
};

/** Expectation–maximisation of a memoryless transducer (Ristad & Yianilos 1998) for each pair of scripts, then its odds against chance. */
export function learnCosts(same: readonly Example[], rounds = 12): WrittenCosts {
  const n = signCount;
  const joint = [0, 1, 2].map(() => new Float64Array(n * n));
  const gap = [0, 1, 2].map(() => new Float64Array(n));
  const examples = same.flatMap(([a, b]): Example[] =>
    kindOf(a, b) === 1
      ? [[a, b]]
      : [
          [a, b],
          [b, a],
        ],
  );
  const kindOfSigns = (a: number, b: number): number => (signs[a]?.arabic ? 1 : 0) + (signs[b]?.arabic ? 1 : 0);
  let counts = { joint: joint.map((m) => new Float64Array(m.length)), gap: gap.map((g) => new Float64Array(g.length)) };
  const maximise = (): void => {
    for (const kind of [0, 1, 2]) {
      const m = joint[kind] as Float64Array;
      const g = gap[kind] as Float64Array;
      let total = 0;
      for (let a = 0; a < n; a++) {
        for (let b = 0; b < n; b++) {
          if (kindOfSigns(a, b) !== kind) continue;
          const value = (counts.joint[kind]?.[a * n + b] ?? 0) + (kind === 1 ? (counts.joint[kind]?.[b * n + a] ?? 0) : 0) + prior(a, b);
          m[a * n + b] = value;
          total += value;
        }
        const s = signs[a];
        const value = (counts.gap[kind]?.[a] ?? 0) + (s?.vowel ? 2 : vowelLike.has(s?.name ?? '') ? 1 : 0.2);
        g[a] = value;
        total += value;
      }
      for (let i = 0; i < m.length; i++) m[i] = (m[i] ?? 0) / total;
      for (let i = 0; i < g.length; i++) g[i] = (g[i] ?? 0) / total;
    }
  };
  maximise();
  for (let round = 0; round < rounds; round++) {
    counts = { joint: joint.map((m) => new Float64Array(m.length)), gap: gap.map((g) => new Float64Array(g.length)) };
    for (const [a, b] of examples) expect(a, b, joint, gap, counts);
    maximise();
  }
  return odds(joint, gap);
}

function expect(
  a: readonly number[],
  b: readonly number[],
  joint: Float64Array[],
  gap: Float64Array[],
  counts: { joint: Float64Array[]; gap: Float64Array[] },
): void {
  const kind = kindOf(a, b);
  const [m, g, cm, cg] = [joint[kind], gap[kind], counts.joint[kind], counts.gap[kind]];
  if (!m || !g || !cm || !cg) return;
  const w = b.length + 1;
  const f = new Float64Array((a.length + 1) * w);
  const back = new Float64Array((a.length + 1) * w);
  const pair = (i: number, j: number): number => m[(a[i] ?? 0) * signCount + (b[j] ?? 0)] ?? 0;
  const gapOf = (sign: number | undefined): number => g[sign ?? 0] ?? 0;
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      if (i + j === 0) {
        f[0] = 1;
        continue;
      }
      let v = 0;
      if (i > 0) v += (f[(i - 1) * w + j] ?? 0) * gapOf(a[i - 1]);
      if (j > 0) v += (f[i * w + j - 1] ?? 0) * gapOf(b[j - 1]);
      if (i > 0 && j > 0) v += (f[(i - 1) * w + j - 1] ?? 0) * pair(i - 1, j - 1);
      f[i * w + j] = v;
    }
  }
  for (let i = a.length; i >= 0; i--) {
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length && j === b.length) {
        back[i * w + j] = 1;
        continue;
      }
      let v = 0;
      if (i < a.length) v += (back[(i + 1) * w + j] ?? 0) * gapOf(a[i]);
      if (j < b.length) v += (back[i * w + j + 1] ?? 0) * gapOf(b[j]);
      if (i < a.length && j < b.length) v += (back[(i + 1) * w + j + 1] ?? 0) * pair(i, j);
      back[i * w + j] = v;
    }
  }
  const total = f[a.length * w + b.length] ?? 0;
  if (!(total > 0)) return;
  const add = (to: Float64Array, at: number, value: number): void => {
    to[at] = (to[at] ?? 0) + value;
  };
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const here = f[i * w + j] ?? 0;
      if (i < a.length) add(cg, a[i] ?? 0, (here * gapOf(a[i]) * (back[(i + 1) * w + j] ?? 0)) / total);
      if (j < b.length) add(cg, b[j] ?? 0, (here * gapOf(b[j]) * (back[i * w + j + 1] ?? 0)) / total);
      if (i < a.length && j < b.length)
        add(cm, (a[i] ?? 0) * signCount + (b[j] ?? 0), (here * pair(i, j) * (back[(i + 1) * w + j + 1] ?? 0)) / total);
    }
  }
}

/** log p(a,b) / p(a)p(b), and log p(a,nothing) / p(a), with p(a) as often as the sign comes in such words. */
function odds(joint: Float64Array[], gap: Float64Array[]): WrittenCosts {
  const n = signCount;
  // How often a sign comes on its side, by kind of pair.
  const share = joint.map((m, kind) => {
    const s = new Float64Array(n);
    for (let a = 0; a < n; a++) {
      s[a] = (gap[kind]?.[a] ?? 0) / (kind === 1 ? 1 : 2);
      for (let b = 0; b < n; b++) s[a] = (s[a] ?? 0) + (m[a * n + b] ?? 0);
    }
    return s;
  });
  let pairs = '';
  for (let a = 0; a < n; a++) {
    for (let b = a; b < n; b++) {
      const kind = (signs[a]?.arabic ? 1 : 0) + (signs[b]?.arabic ? 1 : 0);
      const both = joint[kind]?.[a * n + b] ?? 0;
      pairs += writeOdds(both / ((share[kind]?.[a] ?? 1) * (share[kind]?.[b] ?? 1)));
    }
  }
  let gaps = '';
  for (let a = 0; a < n; a++) {
    for (const other of [0, 1]) {
      const kind = (signs[a]?.arabic ? 1 : 0) + other;
      const alone = (gap[kind]?.[a] ?? 0) / (kind === 1 ? 1 : 2);
      gaps += writeOdds(alone / (share[kind]?.[a] ?? 1));
    }
  }
  return { pairs, gaps };
}

const writeOdds = (ratio: number): string => writeCost(Math.log(Math.max(ratio, 1e-9)));
