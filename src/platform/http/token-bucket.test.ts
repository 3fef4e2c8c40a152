import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokenBucket } from './token-bucket.ts';

it('never lets more through than it held and was given since, and lets those through it has room for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.integer({ min: 0, max: 30_000 })),
      (atOnce, rate, waits) => {
        let now = 0;
        let through = 0;
        const take = tokenBucket(atOnce, rate, () => now);
        for (const [i, wait] of waits.entries()) {
          now += wait;
          if (take()) through++;
          if (i < atOnce) expect(through).toBe(i + 1);
        }
        expect(through).toBeLessThanOrEqual(atOnce + Math.ceil((now / 60_000) * rate));
      },
    ),
  );
});
