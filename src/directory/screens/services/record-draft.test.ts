import { describe, expect, it } from 'vitest';
import { awaitsEditor, changedFields, changesOf, touchText, withTouched } from './record-draft.ts';

const record = {
  name: 'Maison inventée',
  description: 'Texte',
  email: null as string | null,
  translations: { ar: { name: 'دار مختلقة', description: 'نص' }, nl: { name: 'Verzonnen huis', description: null } },
};

describe('what a person changed of a record', () => {
  it('is sent alone: a text that someone else changed meanwhile does not come back with it', () => {
    const touched = touchText(undefined, 'ar', 'description', 'نص جديد');
    const meanwhile = { ...record, translations: { ...record.translations, ar: { name: 'اسم آخر', description: 'نص' } } };
    expect(changesOf(meanwhile, touched)).toEqual({ translations: { ar: { description: 'نص جديد' } } });
    expect(withTouched(meanwhile, touched).translations.ar).toEqual({ name: 'اسم آخر', description: 'نص جديد' });
  });
  it('leaves the texts of every other language where they are', () => {
    const touched = touchText(touchText(undefined, 'en', 'name', 'Invented house').translations, 'es', 'name', 'Casa inventada');
    expect(withTouched(record, touched).translations).toEqual({
      ...record.translations,
      en: { name: 'Invented house' },
      es: { name: 'Casa inventada' },
    });
    expect(changesOf(record, touched)).toEqual({ translations: { en: { name: 'Invented house' }, es: { name: 'Casa inventada' } } });
  });
  it('is nothing when it says what the record says, an empty text being none', () => {
    expect(changesOf(record, { name: 'Maison inventée', email: ' ', ...touchText(undefined, 'en', 'name', '') })).toEqual({});
  });
  it('takes a text away when it is emptied', () => {
    expect(changesOf(record, touchText(undefined, 'ar', 'description', ''))).toEqual({ translations: { ar: { description: null } } });
  });
  it('waits for an editor where it is a name, in whatever language', () => {
    const names = changedFields({ name: 'x', email: 'x', translations: { es: { name: 'x', description: 'x' } } });
    expect(names.filter(awaitsEditor)).toEqual(['name', 'translations.es.name']);
  });
});
