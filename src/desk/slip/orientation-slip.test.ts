import fc from 'fast-check';
import { expect, it } from 'vitest';
import sharp from 'sharp';
import { pictureSvg, qrSvg } from '../../platform/documents/index.ts';
import { type OrientationSlip, renderOrientationSlip } from './index.ts';
import { inLanguage, printPhone } from './orientation-slip.ts';

const slip: OrientationSlip = {
  languages: ['fr'],
  reference: '7KM-2QX-94TH',
  issuedOn: '2026-11-25',
  cell: { name: { fr: 'Cellule inventée', ar: 'خلية مخترعة' } },
  services: [{ name: { fr: 'Service inventé', ar: 'خدمة مخترعة' }, organization: 'Organisme inventé', place: { fr: 'Oujda', ar: 'وجدة' } }],
};
const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const pages = (pdf: Uint8Array): number => text(pdf).match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

it('a slip with one service is one A5 page in French and in Arabic', async () => {
  for (const language of ['fr', 'ar'] as const) {
    const pdf = await renderOrientationSlip({ ...slip, languages: [language] });
    expect(text(pdf).slice(0, 5)).toBe('%PDF-');
    expect(pages(pdf)).toBe(1);
    expect(text(pdf)).toMatch(/MediaBox ?\[0 0 419\.5\d* 595\.2\d*\]/);
  }
});

it('both languages stand on one A4 page, with the letters of both scripts', async () => {
  const pdf = await renderOrientationSlip({ ...slip, languages: ['ar', 'fr'] });
  expect(pages(pdf)).toBe(1);
  expect(text(pdf)).toMatch(/MediaBox ?\[0 0 595\.2\d* 841\.8\d*\]/);
  expect(text(pdf)).toMatch(/BaseFont ?\/[A-Z+]*NotoSans-/);
  expect(text(pdf)).toMatch(/BaseFont ?\/[A-Z+]*NotoSansArabic-/);
});

it('the cell’s logo stands on it, and it stays one page', async () => {
  const jpeg = await sharp({ create: { width: 300, height: 120, channels: 3, background: 'black' } })
    .jpeg()
    .toBuffer();
  const pdf = await renderOrientationSlip({ ...slip, cell: { ...slip.cell, logo: pictureSvg(jpeg) ?? null } });
  expect(pages(pdf)).toBe(1);
  expect(text(pdf)).toMatch(/\/Width 300/);
  expect(text(await renderOrientationSlip(slip))).not.toMatch(/\/Width 300/);
});

it('a group leaves with one paper each', async () => {
  expect(pages(await renderOrientationSlip({ ...slip, copies: 5 }))).toBe(5);
});

it('the code on a slip is the reference and nothing else, in squares that a cheap scanner reads from a photocopy', () => {
  const side = Number(/viewBox="0 0 (\d+) /.exec(qrSvg(slip.reference))?.[1]);
  // 21 is the smallest code there is: of 22 mm each square has one.
  expect(side).toBe(21);
});

it('a slip without services, and one with twelve, still print', async () => {
  expect(pages(await renderOrientationSlip({ ...slip, services: [] }))).toBe(1);
  const many = Array.from(
    { length: 12 },
    () => ({ ...slip.services[0], bring: ['Un papier'], alert: 'À confirmer' }) as OrientationSlip['services'][0],
  );
  expect(pages(await renderOrientationSlip({ ...slip, languages: ['fr', 'ar'], services: many }))).toBeGreaterThan(1);
});

it.each([
  ['a call', '#panic("x")'],
  ['a reading of files', '#read("/etc/passwd")'],
  ['quotes and backslashes', 'a "b" \\ c \\u{41} \\'],
  ['markup', '*gras* _x_ $x^2$ `code` [lien] <label> @ref = Titre'],
  ['an unclosed bracket', '#{ [ ( '],
  ['an override of direction', '\u202Egauche\u2067 droite'],
  ['emoji and a null', '😀👨‍👩‍👧 \u0000 🇲🇦'],
  ['a name in Tifinagh', 'ⴰⵎⵉⵏ'],
])('%s in a note prints as itself', async (_, note) => {
  await expect(renderOrientationSlip({ ...slip, note, cell: { name: note, contact: note } })).resolves.toBeInstanceOf(Uint8Array);
});

it('no text that a person can type stops a slip', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), fc.subarray(['fr', 'ar'] as const), async (typed, languages) => {
      const service = { name: typed, organization: typed, place: { fr: typed }, phone: typed, bring: [typed], alert: typed };
      const pdf = await renderOrientationSlip({ ...slip, languages, note: typed, services: [service, service] });
      expect(pages(pdf)).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

it('a law, a range and a telephone keep their order among Arabic letters', () => {
  const service = { name: 'خدمة مخترعة', organization: 'هيئة', place: { ar: '12-14 شارع مخترع' }, alert: 'اتصلوا بالرقم 05 36 00 00 00' };
  const face = inLanguage({ ...slip, services: [service], note: 'القانون 02-03' }, 'ar');
  expect(face.labels.privacy).toContain('القانون \u200E09-08');
  expect(face.note?.text).toBe('القانون \u200E02-03');
  expect(face.services[0]).toMatchObject({
    place: { text: '\u200E12-14 شارع مخترع', dir: 'rtl' },
    alert: { text: 'اتصلوا بالرقم \u200E05\u00A036\u00A000\u00A000\u00A000' },
  });
});

it('a Moroccan number is printed in pairs, another as it was written', () => {
  expect(['0500000000', '+212500000000', '+212 500000000', '05 00 00', '+31 20 000 00 00'].map(printPhone)).toEqual([
    '05 00 00 00 00',
    '+212 5 00 00 00 00',
    '+212 5 00 00 00 00',
    '05 00 00',
    '+31 20 000 00 00',
  ]);
});
