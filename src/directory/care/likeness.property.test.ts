import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPairs } from './duplicates.ts';
import { likely, likeness, type Profile } from './likeness.ts';

const nobody: Profile = { id: 'a', names: ['x'], arabicNames: [], places: [], emails: [], websites: [], phones: [], organizationId: null };
const words = fc.constantFrom(
  'Association Dar Chifa',
  'Dar Chifa',
  'Maison du migrant',
  'Maison des migrants',
  'Centre Nour',
  'Clinique Mizan',
);
const profile = fc.record({
  id: fc.uuid(),
  names: fc.array(words, { minLength: 1, maxLength: 2 }),
  arabicNames: fc.array(fc.constantFrom('دار الشفاء', 'جمعية دار الشفاء', 'بيت المهاجر'), { maxLength: 1 }),
  places: fc.array(fc.constantFrom('024110101', '024110102'), { maxLength: 2 }),
  emails: fc.array(fc.constantFrom('a@example.org', 'A@example.org', 'b@example.org'), { maxLength: 1 }),
  websites: fc.array(fc.constantFrom('https://www.example.org/', 'http://example.org', 'https://example.org/b'), { maxLength: 1 }),
  phones: fc.array(fc.constantFrom('0536000001', '+212 536 000 001', '0536000002'), { maxLength: 1 }),
  organizationId: fc.constant(null),
});

it('likeness does not depend on which of the two comes first, and stays between 0 and 100', () => {
  fc.assert(
    fc.property(profile, profile, (a, b) => {
      expect(likeness(a, b)).toEqual(likeness(b, a));
      expect(likeness(a, b).score).toBeGreaterThanOrEqual(0);
      expect(likeness(a, b).score).toBeLessThanOrEqual(100);
      expect(likeness(a, { ...a, id: b.id }).score).toBeGreaterThanOrEqual(likely);
    }),
  );
});

it('the pairs found by keys are those found by comparing each with each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(profile, { selector: (p) => p.id, maxLength: 12 }), async (records) => {
      const all = records.flatMap((a, i) =>
        records
          .slice(i + 1)
          .filter((b) => likeness(a, b).score >= likely)
          .map((b) => [a.id, b.id].sort().join(' ')),
      );
      const found = (await findPairs(records, new Set())).map(({ a, b }) => `${a.id} ${b.id}`);
      expect([...found].sort()).toEqual(all.sort());
    }),
  );
});

describe('two organisations', () => {
  const score = (a: Partial<Profile>, b: Partial<Profile>) => likeness({ ...nobody, ...a }, { ...nobody, ...b });
  it.each([
    ['Association Dar Chifa', 'dar chifâ'],
    ['جمعية دار الشفاء', 'دار الشفاء'],
  ])('are likely the same when they are called %s and %s', (one, other) => {
    expect(score({ names: [one] }, { names: [other] })).toMatchObject({ because: ['same_name'] });
    expect(score({ names: [one] }, { names: [other] }).score).toBeGreaterThanOrEqual(likely);
  });
  it('are not, for a switchboard or a website in common', () => {
    const shared = { phones: ['0536 00 00 01'], websites: ['https://example.org/'] };
    expect(
      score(
        { names: ['Clinique Mizan'], ...shared },
        { names: ['Maison Nour'], phones: ['+212536000001'], websites: ['http://www.example.org'] },
      ).score,
    ).toBeLessThan(likely);
  });
  it('are, with a typing error in the name and the same telephone', () => {
    expect(
      score({ names: ['Maison du migrant Oujda'], phones: ['0536000001'] }, { names: ['Maison du migrants Oujda'], phones: ['0536000001'] })
        .because,
    ).toEqual(['close_name', 'same_phone']);
  });
});

it('a pair that someone told apart is not shown again', async () => {
  const [a, b] = [
    { ...nobody, id: '1' },
    { ...nobody, id: '2' },
  ];
  const named = [a, b].map((p) => ({ ...p, names: ['Maison Nour'] }));
  expect(await findPairs(named, new Set())).toHaveLength(1);
  expect(await findPairs(named, new Set(['1 2']))).toEqual([]);
});
