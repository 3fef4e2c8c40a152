import { expect, it } from 'vitest';
import { readAmount } from './amount.ts';

it.each([
  ['20 000', 20_000],
  ['20\u202f000,50', 20_000.5],
  ['٢٠٠٠٠', 20_000],
  ['', undefined],
  ['1.5', 1.5],
  ['vingt mille', 'wrong'],
  ['-5', 'wrong'],
  ['20,000,000', 'wrong'],
])('reads the amount typed as « %s »', (typed, amount) => {
  expect(readAmount(typed)).toBe(amount);
});
