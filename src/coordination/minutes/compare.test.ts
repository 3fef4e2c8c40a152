import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Paper } from '../../platform/documents/index.ts';
import { differencesBetween, piecesBetween } from './compare.ts';

const paper = (...lines: [heading: string, ...items: string[]][]): Paper => ({
  ...{ language: 'fr', title: 'Compte rendu', footer: '' },
  blocks: lines.flatMap(([heading, ...items]) => [
    { kind: 'heading' as const, level: 1 as const, text: heading },
    { kind: 'list' as const, items },
  ]),
});

it('two texts are found again in their pieces, whole', () => {
  const text = fc.array(fc.constantFrom('un', 'deux', 'trois', '  ', '\n', 'العيون'), { maxLength: 30 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = piecesBetween(before, after);
      const join = (left: string) => pieces.flatMap((piece) => (piece.is === left ? [] : [piece.text])).join('');
      expect(join('new')).toBe(before);
      expect(join('gone')).toBe(after);
    }),
  );
});
it('a word that was changed is shown under its heading, and nothing else is', () => {
  const before = paper(['Dit', 'Ouvrir le jeudi', 'Un interprète'], ['Suite', 'En mai']);
  const after = paper(['Dit', 'Ouvrir le samedi', 'Un interprète'], ['Suite', 'En mai']);
  expect(differencesBetween(before, after)).toEqual([
    {
      under: 'Dit',
      pieces: [
        { text: 'Ouvrir le ', is: 'same' },
        { text: 'jeudi', is: 'gone' },
        { text: 'samedi', is: 'new' },
      ],
    },
  ]);
  expect(differencesBetween(before, before)).toEqual([]);
});
it('a whole part that came is shown as new', () => {
  const [difference] = differencesBetween(paper(['Dit', 'Un']), paper(['Dit', 'Un'], ['Suite', 'En mai']));
  expect(difference).toEqual({ under: 'Suite', pieces: [{ text: 'En mai', is: 'new' }] });
});
