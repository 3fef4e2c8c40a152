import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, skeleton, spelling } from './folding.ts';
import { contentWords, detectLanguage } from './language.ts';

describe('folding', () => {
  it('forgets accents, capitals, ligatures and apostrophes', () => {
    expect(fold('L’École – Cœur d’ÉTÉ')).toBe('l ecole coeur d ete');
  });
  it('writes every alef, hamza, ta marbuta and alef maqsura one way', () => {
    expect(fold('أحمد إيواء آخر')).toBe(fold('احمد ايوا اخر'));
    expect(fold('صحة')).toBe(fold('صحه'));
    expect(fold('مستشفى')).toBe(fold('مستشفي'));
    expect(fold('مسؤول')).toBe(fold('مسوول'));
  });
  it('removes vowels and tatweel', () => {
    expect(fold('مَدْرَسَـــة')).toBe(fold('مدرسة'));
  });
  it('removes the article, alone or joined to a small word', () => {
    expect([fold('الصحة'), fold('بالصحة'), fold('للصحة'), fold('والصحة')]).toEqual(Array(4).fill(fold('صحة')));
    expect(fold('الو')).toBe('الو');
  });
  it('leaves nothing to fold a second time, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(fold(text)).toMatch(/^$|^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u);
      }),
    );
  });
  it('« passport » and « passeport » share a skeleton; a short word has none', () => {
    expect(skeleton('passport')).toBe(skeleton('passeport'));
    expect(skeleton('accueuil')).toBe(skeleton('accueil'));
    expect(skeleton('rue')).toBeUndefined();
    expect(skeleton(fold('صحة'))).toBeUndefined();
  });
});

it('an Arabic word is spelt in ASCII, one letter for one', () => {
  expect(spelling('ضرايب')).toBe('5rayb');
  expect(new Set([...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'].map(spelling)).size).toBe(28);
  expect(spelling('passeport')).toBe('passeport');
});

describe('understanding a question', () => {
  it('keeps the words that say something', () => {
    expect(contentWords('Je cherche un médecin pour mon fils')).toEqual(['medecin', 'fils']);
    expect(contentWords('où')).toEqual(['ou']);
    expect(contentWords(' !? ')).toEqual([]);
  });
  it('tells the language of a text from its script or its small words', () => {
    expect(detectLanguage('Aide aux familles de la région')).toBe('fr');
    expect(detectLanguage('Help for the families of the region')).toBe('en');
    expect(detectLanguage('مساعدة الأسر')).toBe('ar');
    expect(detectLanguage('Ayuda para las familias de la región')).toBe('es');
    expect(detectLanguage('Oujda')).toBeUndefined();
  });
});
