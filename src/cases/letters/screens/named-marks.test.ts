import { describe, expect, it } from 'vitest';
import { translator } from '../../../platform/i18n/index.ts';
import written from '../defaults.json' with { type: 'json' };
import { placeholders } from '../lists.ts';
import { blanksIn } from '../rules.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import { withMarks, withNames } from './named-marks.ts';

describe.each([
  ['fr', fr, '{Nom de la personne}'],
  ['ar', ar, '{اسم الشخص}'],
] as const)('who edits a letter in %s', (language, catalogue, name) => {
  const t = translator([catalogue], language);
  const nameOf = (placeholder: string): string => t(`placeholder.${placeholder}`);

  it('reads what will stand in each place, and no code', () => {
    expect(withNames('Bonjour {person.name},', nameOf)).toBe(`Bonjour ${name},`);
    for (const p of placeholders) expect(withNames(`{${p}}`, nameOf)).not.toContain(p);
  });

  it('keeps every letter that comes with the product as it was', () => {
    for (const { texts } of written)
      for (const text of Object.values(texts)) {
        expect(withNames(text, nameOf)).not.toBe(text);
        expect(withMarks(withNames(text, nameOf), nameOf)).toBe(text);
      }
  });

  it('is told of a name that was altered by mistake: no brace is ever printed', () => {
    const altered = `${name.slice(0, -2)}}`;
    expect(blanksIn(withMarks(`Bonjour ${altered}`, nameOf))).toEqual([{ name: altered.slice(1, -1), isKnown: false }]);
  });
});
