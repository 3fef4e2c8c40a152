import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arabicKey, isSurelyArabizi, transcriptionCost, transcriptionsOf } from './arabizi.ts';
import { fold } from './folding.ts';

const cost = (typed: string, arabic: string): number | undefined => {
  const word = fold(arabic);
  const costs = transcriptionsOf(typed).flatMap((way) => (way.key === arabicKey(word) ? [transcriptionCost(way, word)] : []));
  return costs.find((found) => found !== undefined);
};

// One usual way to type each letter.
const usual: Record<string, string> = Object.fromEntries(
  'ا:a ب:b ت:t ث:th ج:j ح:7 خ:kh د:d ذ:dh ر:r ز:z س:s ش:ch ص:s ض:d ط:t ظ:dh ع:3 غ:gh ف:f ق:9 ك:k ل:l م:m ن:n ه:h و:w ي:y'
    .split(' ')
    .map((pair) => pair.split(':')),
);
const consonants = Object.keys(usual).filter((letter) => !'اويعه'.includes(letter));
const vowels = fc.constantFrom('a', 'e', 'i', 'o', 'u', 'ou');

describe('Arabic in Latin letters', () => {
  it.each([
    ['3iyada', 'عيادة'],
    ['lkhedma', 'الخدمة'],
    ['sbitar', 'سبيطار'],
    ['7imaya', 'حماية'],
    ['mou7ami', 'محامي'],
    ['mohami', 'محامي'],
    ['assafar', 'السفر'],
    ['ro5sat', 'رخصة'],
    ['ta9a3od', 'تقاعد'],
    ['bina2', 'بناء'],
    ['daw', 'الضو'],
  ])('« %s » is «%s»', (typed, arabic) => {
    expect(cost(typed, arabic)).toBeDefined();
  });
  it.each([
    ['avocat', 'كتاب'],
    ['sbitar', 'صابر'],
    ['santé', 'صنعة'],
  ])('« %s » is not «%s»', (typed, arabic) => {
    expect(cost(typed, arabic)).toBeUndefined();
  });
  it('the usual letters with any short vowel after each are read back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...consonants), vowels), { minLength: 1, maxLength: 6 }), (parts) => {
        const arabic = parts.map(([letter]) => letter).join('');
        const typed = parts.map(([letter, vowel]) => (usual[letter] ?? '') + vowel).join('');
        const reading = transcriptionsOf(typed).find(({ key }) => key === arabicKey(arabic));
        expect(reading).toBeDefined();
        expect(reading && transcriptionCost(reading, arabic)).toBeLessThan(0.7);
      }),
    );
  });
  it('a key has one letter for a doubled one, none for vowels and the article', () => {
    expect(arabicKey(fold('السكّر'))).toBe(arabicKey(fold('سكر')));
    expect(arabicKey('الضو')).toBe(arabicKey('ضو'));
    expect(arabicKey('مدرسه')).toBe('mdrs');
  });
  it('digits among letters tell it from other languages', () => {
    expect(['3iyada', 'wra9', 's7a'].every(isSurelyArabizi)).toBe(true);
    expect(['sakan', '2024', '10e', 'covid19'].some(isSurelyArabizi)).toBe(false);
  });
  it('whatever is typed is read or left, never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 12 }), (typed, arabic) => {
        for (const way of transcriptionsOf(fold(typed))) expect(transcriptionCost(way, fold(arabic)) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
