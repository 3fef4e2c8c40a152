import { expect, it } from 'vitest';
import { typedSince } from './take-up-again.ts';

it('what was typed since the refusal stands over what was refused, and the rest of it comes back', () => {
  const refused = { touched: { fees: 'Gratuit', phones: [{ number: '1' }], translations: { ar: { name: 'اسم', alert: 'تنبيه' } } } };
  const since = { touched: { phones: [], translations: { ar: { name: 'اسم آخر' }, en: { name: 'Name' } } } };
  expect(typedSince(refused, since)).toEqual({
    touched: { fees: 'Gratuit', phones: [], translations: { ar: { name: 'اسم آخر', alert: 'تنبيه' }, en: { name: 'Name' } } },
  });
});
