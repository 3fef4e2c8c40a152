import fc from 'fast-check';
import { it } from 'vitest';
import { z } from 'zod';
import { uuidv7 } from './identifier.ts';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

it('an identifier made on the device is a version 7 UUID', () => {
  fc.assert(fc.property(fc.nat({ max: 2 ** 47 }), random, (now, bytes) => z.uuidv7().safeParse(uuidv7(now, bytes)).success));
});
it('a later identifier sorts after an earlier one', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 2 ** 40 }),
      fc.integer({ min: 1, max: 2 ** 40 }),
      random,
      random,
      (t, d, a, b) => uuidv7(t, a) < uuidv7(t + d, b),
    ),
  );
});
