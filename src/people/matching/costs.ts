import { signCount, signs } from './signs.ts';

/**
 * What it says for two words being one name, in nats: the logarithm of how much likelier two signs stand opposite each other
 * in one name written twice than in two different names; the same for a sign opposite nothing.
 */
export interface Costs {
  /** `signCount` × `signCount`, symmetric. */
  pair: Float32Array;
  /** [sign × 2 + (is the other word Arabic)] */
  gap: Float32Array;
  /** The most a sign can say for sameness: [sign × 2 + (is the other word Arabic)]. */
  best: Float32Array;
}

/**
 * As the file keeps them: one sign of `scale` for each value, from -8 nats in steps of a quarter; the upper half of the table
 * row by row, then the gaps.
 */
export interface WrittenCosts {
  pairs: string;
  gaps: string;
}
const scale = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const [least, steps] = [-8, 4];
const readCost = (written: string | undefined): number => (written ? scale.indexOf(written) / steps + least : 0);
export const writeCost = (nats: number): string => scale[Math.max(0, Math.min(scale.length - 1, Math.round((nats - least) * steps)))] ?? '';

const isArabic = (sign: number): boolean => signs[sign]?.arabic ?? false;

export function costsFrom({ pairs, gaps }: WrittenCosts): Costs {
  const pair = new Float32Array(signCount * signCount);
  const best = new Float32Array(signCount * 2);
  let at = 0;
  const learn = (a: number, b: number, value: number): void => {
    pair[a * signCount + b] = value;
    const slot = a * 2 + (isArabic(b) ? 1 : 0);
    best[slot] = Math.max(best[slot] ?? 0, value);
  };
  for (let a = 0; a < signCount; a++) {
    for (let b = a; b < signCount; b++) {
      const value = readCost(pairs[at++]);
      learn(a, b, value);
      learn(b, a, value);
    }
  }
  return { pair, gap: Float32Array.from(gaps, readCost), best };
}
