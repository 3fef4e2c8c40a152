import fc from 'fast-check';
import { expect, it } from 'vitest';
import { suppress } from './suppression.ts';

const table = fc.uniqueArray(fc.record({ value: fc.string({ minLength: 1 }), count: fc.nat(60) }), {
  selector: (c) => c.value,
  maxLength: 12,
});

it('no count between one and the threshold is ever shown', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 2, max: 10 }), (counts, threshold) => {
      for (const { count } of suppress(counts, threshold)) if (count !== null && count > 0) expect(count).toBeGreaterThanOrEqual(threshold);
    }),
  );
});

it('a hidden count cannot be had by subtracting the others from the total, unless it is all there is', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 2, max: 10 }), (counts, threshold) => {
      const published = suppress(counts, threshold);
      const hidden = published.filter((p) => p.count === null);
      const filled = counts.filter((c) => c.count > 0);
      if (hidden.length === 1) expect(filled).toHaveLength(1);
    }),
  );
});

it('what is known about a shown count is its true value', () => {
  fc.assert(
    fc.property(table, (counts) => {
      for (const [i, p] of suppress(counts, 5).entries()) if (p.count !== null) expect(p.count).toBe(counts[i]?.count);
    }),
  );
});
