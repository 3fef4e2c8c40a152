import { describe, expect, it } from 'vitest';
import { direction, MissingMessage, negotiate, translator } from './translator.ts';

describe('messages', () => {
  it('count in the six ways Arabic counts', () => {
    const t = translator(
      [{ 'x.services': '{n, plural, zero {لا خدمات} one {خدمة واحدة} two {خدمتان} few {# خدمات} many {# خدمة} other {# خدمة}}' }],
      'ar',
    );
    expect([0, 1, 2, 3, 11, 100].map((n) => t('x.services', { n }))).toEqual([
      'لا خدمات',
      'خدمة واحدة',
      'خدمتان',
      '3 خدمات',
      '11 خدمة',
      '100 خدمة',
    ]);
  });
  it('keep a French sign on the line of its word', () => {
    const t = translator([{ 'x.said': 'Qui a dit « {word} » : vous ? {n, plural, one {Un !} other {# ; rien}}' }], 'fr');
    expect(t('x.said', { word: 'oui', n: 2 })).toBe('Qui a dit «\u00a0oui\u00a0»\u00a0: vous\u00a0? 2\u00a0; rien');
  });
  it('a key nobody wrote is a mistake', () => {
    expect(() => translator([{}], 'fr')('x.unknown')).toThrow(MissingMessage);
  });
  it('are looked for in each room in turn', () => {
    expect(translator([{ 'a.b': 'un' }, { 'c.d': 'deux' }], 'fr')('c.d')).toBe('deux');
  });
  it('Tamazight shows that it borrows from French', () => {
    const t = translator([{ 'a.b': 'ⴰⵣⵓⵍ' }], 'zgh', [{ 'a.b': 'Bonjour', 'a.c': 'Merci' }]);
    expect([t('a.b'), t('a.c')]).toEqual(['ⴰⵣⵓⵍ', '‹Merci›']);
  });
});

describe('languages', () => {
  it('Arabic is written from the right', () => {
    expect([direction('ar'), direction('ar-MA'), direction('fr')]).toEqual(['rtl', 'rtl', 'ltr']);
  });
  it('the browser’s best known language is taken, French when there is none', () => {
    expect(negotiate('nl-NL,nl;q=0.9,ar;q=0.5,en;q=0.4')).toBe('ar');
    expect(negotiate('en;q=0.2, es-ES;q=0.8')).toBe('es');
    expect(negotiate('nl')).toBe('fr');
    expect(negotiate(null)).toBe('fr');
    expect(negotiate('ar;q=0, en')).toBe('en');
    expect(negotiate(';;;,q=,x;q=x')).toBe('fr');
  });
});
