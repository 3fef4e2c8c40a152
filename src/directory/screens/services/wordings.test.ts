import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesOf, withTouched } from './record-draft.ts';
import { reword, say, wordingOf } from './wordings.ts';

const record = {
  documents: ['Le passeport'],
  translations: {
    ar: { name: 'دار', wordings: { 'Le passeport': 'جواز السفر' } },
    en: { name: null, wordings: { 'Le passeport': 'The passport' } },
  },
};

it('what is said of a text in other languages goes with it when it is reworded, letter by letter', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), (steps) => {
      let now: { translations: typeof record.translations } = record;
      let touched = {};
      let text = 'Le passeport';
      for (const next of steps) {
        touched = reword(now, (touched as { translations?: object }).translations as never, text, next, false);
        now = withTouched(record, touched) as never;
        text = next;
      }
      expect(wordingOf(now, 'ar', text)).toBe('جواز السفر');
      expect(wordingOf(now, 'en', text)).toBe('The passport');
      expect(Object.keys(now.translations.ar.wordings)).toHaveLength(1);
      expect(now.translations.ar.name).toBe('دار');
    }),
  );
});
it('a text that still stands elsewhere keeps what is said of it', () => {
  const now = withTouched(record, reword(record, undefined, 'Le passeport', 'Le passeport valide', true));
  expect(wordingOf(now, 'ar', 'Le passeport')).toBe('جواز السفر');
  expect(wordingOf(now, 'ar', 'Le passeport valide')).toBe('جواز السفر');
});
it('what is emptied is said no more, and nothing said is nothing', () => {
  expect(changesOf(record, say(record, undefined, 'ar', 'Le passeport', ' '))).toEqual({ translations: { ar: { wordings: null } } });
  expect(changesOf(record, say(record, undefined, 'es', 'Le passeport', ''))).toEqual({});
});
