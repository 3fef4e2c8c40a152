import { expect, it } from 'vitest';
import { directionOf, keepNumbers, printable, renderPdf } from './index.ts';

it('what would turn or break a line is taken out of a printed text, and nothing else', () => {
  expect(printable('  Amina\u202E\n\u0000 Invent\u00e9e 😀 ')).toBe('Amina Inventée');
  expect(printable('حي \u200Fالسلام\u200E #3 "x" \\')).toBe('حي \u200Fالسلام\u200E #3 "x" \\');
  expect(printable('Marque™ © 2026, 5 * 3')).toBe('Marque™ © 2026, 5 * 3');
});

it('the first letter gives the direction', () => {
  expect([directionOf('12 شارع Oujda'), directionOf('(Oujda) وجدة'), directionOf('123')]).toEqual(['rtl', 'ltr', 'ltr']);
});

it('a value reaches the template as it was typed', async () => {
  const typed = '#let x = "\\u{1F600}" // $ ] [';
  const template = `#let data = json(bytes(sys.inputs.data))
#assert.eq(data.typed, ${JSON.stringify(typed)})
#data.typed`;
  await expect(renderPdf(template, { typed })).resolves.toBeInstanceOf(Uint8Array);
});

it('a wrong template says what is wrong', async () => {
  await expect(renderPdf('#nothing-here', {})).rejects.toThrow(/nothing-here/);
});

it('a template cannot read outside its folder', async () => {
  await expect(renderPdf('#read("/etc/hostname")', {})).rejects.toThrow();
  await expect(renderPdf('#read("../config.ts")', {})).rejects.toThrow();
});

it('a telephone keeps its order and stays on one line, and a day or an hour is left alone', () => {
  expect(keepNumbers('اتصلوا بالرقم 05 36 00 00 00.')).toBe('اتصلوا بالرقم \u200E05\u00A036\u00A000\u00A000\u00A000.');
  expect(keepNumbers('+212 5 36')).toBe('\u200E+212\u00A05\u00A036');
  expect(keepNumbers('le 3 août 2026 à 10:00')).toBe('le 3 août 2026 à 10:00');
});
