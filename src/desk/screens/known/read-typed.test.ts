import fc from 'fast-check';
import { expect, it } from 'vitest';
import { referenceOf } from '../../../platform/reference.ts';
import { keyOf, readTyped } from './read-typed.ts';

const reference = referenceOf('0197f0a0-0000-7000-8000-000000000001');
const printed = fc.uuid().map(referenceOf);

it('a reference is read as printed, without its dashes, in small letters, and at the end of an address', () => {
  fc.assert(
    fc.property(printed, (ours) => {
      const address = `https://istiqbal.example/fr/follow/${ours}`;
      for (const text of [ours, ours.replaceAll('-', ''), ours.toLowerCase(), ` ${ours} `, address, `https://example.org/?ref=${ours}`])
        expect(readTyped(text, ''), text).toEqual({ reference: ours });
    }),
  );
});
it('a scanner is understood on a French and on an Arabic keyboard, by the keys it pressed', () => {
  const french: Record<string, string> = {
    '0': 'à',
    '1': '&',
    '2': 'é',
    '3': '"',
    '4': "'",
    '5': '(',
    '6': '§',
    '7': 'è',
    '8': '!',
    '9': 'ç',
  };
  const swapped: Record<string, string> = { A: 'Q', Q: 'A', Z: 'W', W: 'Z', M: ',' };
  const shown = [...reference].map((c) => french[c] ?? swapped[c] ?? c).join('');
  const keys = [...reference].map((c) => keyOf(/\d/.test(c) ? `Digit${c}` : c === '-' ? 'Minus' : `Key${c}`)).join('');
  expect(readTyped(shown, keys)).toEqual({ reference });
  expect(readTyped('شسيبشسيبشس', keys)).toEqual({ reference });
});
it('anything else is a name, in whatever script, once it has two letters', () => {
  expect(readTyped('تيستا', '')).toEqual({ name: 'تيستا' });
  expect(readTyped(' T', '')).toBeUndefined();
  // One sign, however many units it is written in: the server counts signs too.
  expect(readTyped('🌿', '')).toBeUndefined();
  // One wrong character: the check character says that it is no reference.
  expect(
    readTyped(
      reference.replace(/.$/, (c) => (c === '7' ? '8' : '7')),
      '',
    ),
  ).toHaveProperty('name');
});
