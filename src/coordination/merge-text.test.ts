import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts } from './merge-text.ts';

const base = 'Ouvrir une cellule à Jerada avant l’été, avec deux agents.';
const words = fc
  .array(fc.constantFrom('cellule', 'Jerada', 'été', 'agents', 'خلية', 'جرادة', '\n', 'deux'), { maxLength: 12 })
  .map((w) => w.join(' '));

describe('what two people made of one text', () => {
  it('is brought together where they changed different words', () => {
    expect(mergeTexts(base, base.replace('Jerada', 'Taourirt'), base.replace('deux', 'trois'))).toBe(
      'Ouvrir une cellule à Taourirt avant l’été, avec trois agents.',
    );
  });
  it('is brought together in Arabic too', () => {
    const arabic = 'فتح خلية بجرادة قبل الصيف بموظفين اثنين';
    expect(mergeTexts(arabic, arabic.replace('بجرادة', 'بتاوريرت'), arabic.replace('اثنين', 'ثلاثة'))).toBe(
      'فتح خلية بتاوريرت قبل الصيف بموظفين ثلاثة',
    );
  });
  it('is left to someone’s choice where both changed the same words', () => {
    expect(mergeTexts(base, base.replace('Jerada', 'Taourirt'), base.replace('Jerada', 'Bouarfa'))).toBeUndefined();
  });
  it('is theirs where I changed nothing, and mine where they did not', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(mergeTexts(one, other, one)).toBe(other);
        expect(mergeTexts(one, one, other)).toBe(other);
      }),
    );
  });
  it('never loses a word of either without saying so, whichever came first', () => {
    fc.assert(
      fc.property(words, words, words, (first, theirs, mine) => {
        const merged = mergeTexts(first, theirs, mine);
        if (merged === undefined) return;
        const count = (text: string, word: string) => text.split(/\s+/u).filter((w) => w === word).length;
        for (const word of new Set([...theirs.split(/\s+/u), ...mine.split(/\s+/u)].filter(Boolean))) {
          // A word that neither took away is still there.
          const least = Math.min(count(theirs, word), count(mine, word));
          if (least >= count(first, word)) expect(count(merged, word)).toBeGreaterThanOrEqual(Math.min(least, count(first, word)));
        }
      }),
    );
  });
});
