import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitCount, letterBits, oneSlip } from './near-miss.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdhr15'), maxLength: 7 });

describe('one slip of the hand', () => {
  it('costs less when a letter is doubled or taken for one like it', () => {
    expect(oneSlip('avocatt', 'avocat')).toBe(0.5);
    expect(oneSlip('konsulat', 'consulat')).toBe(0.5);
    expect(oneSlip('snate', 'sante')).toBe(1);
    expect(oneSlip('hopitl', 'hopital')).toBe(1);
    expect(oneSlip('sante', 'sante')).toBe(0);
    expect(oneSlip('hopitl', 'hospital')).toBeUndefined();
  });
  it('is one letter more, less or other, or two swapped, and nothing else', () => {
    const swaps = (a: string, b: string): boolean =>
      [...a].some((_, i) => a.slice(0, i) + (a[i + 1] ?? '') + (a[i] ?? '') + a.slice(i + 2) === b && a.length === b.length);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(oneSlip(a, b) !== undefined).toBe(distance(a, b) <= 1 || swaps(a, b));
        expect(oneSlip(a, b)).toBe(oneSlip(b, a));
      }),
    );
  });
  it('changes two of the letters a word holds at most', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        fc.pre(oneSlip(a, b) !== undefined);
        expect(bitCount(letterBits(a) ^ letterBits(b))).toBeLessThanOrEqual(2);
      }),
    );
  });
  it('bits are counted', () => {
    fc.assert(
      fc.property(fc.integer(), (bits) => {
        expect(bitCount(bits)).toBe([...(bits >>> 0).toString(2)].filter((bit) => bit === '1').length);
      }),
    );
  });
});
