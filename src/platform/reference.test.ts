import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseReference, referenceOf } from './reference.ts';

it('a reference typed as printed, in small letters or without dashes, is recognised', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const reference = referenceOf(id);
      expect(parseReference(reference)).toBe(reference);
      expect(parseReference(` ${reference.toLowerCase().replaceAll('-', ' ')}`)).toBe(reference);
    }),
  );
});

it('one wrong character or two neighbours swapped is noticed', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(8), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXY'), (id, at, other) => {
      const plain = referenceOf(id).replaceAll('-', '');
      const changed = plain.slice(0, at) + other + plain.slice(at + 1);
      if (changed !== plain) expect(parseReference(changed)).toBeUndefined();
      const swapped = plain.slice(0, at) + plain.charAt(at + 1) + plain.charAt(at) + plain.slice(at + 2);
      if (at < 8 && swapped !== plain) expect(parseReference(swapped)).toBeUndefined();
    }),
  );
});
