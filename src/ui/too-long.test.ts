import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freeText } from '../platform/commands/contract.ts';
import { tooMuchIn } from './too-long.ts';

it('a field says by how much a text is too long, and nothing of one that fits', () => {
  expect(tooMuchIn('Testa Inventée', 120)).toBe(0);
  expect(tooMuchIn(`  ${'ن'.repeat(123)}\n`, 120)).toBe(3);
  expect(tooMuchIn('x'.repeat(5000), undefined)).toBe(0);
});

it('a field takes a text for too long exactly when the server would', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', 'ن', ' ', '👩', '\n'), maxLength: 16 }), (text) => {
      expect(tooMuchIn(text, 6) === 0).toBe(freeText(6).safeParse(text).success);
    }),
  );
});
