import { expect, it } from 'vitest';
import { indexByLetter } from './choice-keys.ts';

const french = ['Santé', 'Soutien psychologique', 'École et enfants', 'Séjour et asile'];
const arabic = ['الصحة', 'الدعم النفسي', 'المدرسة والأطفال', 'الإقامة واللجوء'];

it('a letter leads to the next answer that begins with it, and around the end', () => {
  expect([0, 1, 3].map((at) => indexByLetter(french, at, 's'))).toEqual([1, 3, 0]);
});
it('accents do not matter, nor the article of an Arabic word', () => {
  expect(indexByLetter(french, 0, 'e')).toBe(2);
  expect(indexByLetter(arabic, 0, 'م')).toBe(2);
  expect(indexByLetter(arabic, 0, 'ا')).toBe(3);
});
it('a letter that begins nothing leads nowhere', () => {
  expect(indexByLetter(french, 0, 'x')).toBeUndefined();
});
