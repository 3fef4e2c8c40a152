import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import written from './defaults.json' with { type: 'json' };
import { knownPlaceholders, letterKinds, placeholders, type Values } from './lists.ts';
import { blanksIn, blocksOf, fill } from './rules.ts';

const some = Object.fromEntries(placeholders.map((name) => [name, `valeur ${name}`])) as Values;

describe('filling a letter', () => {
  it('leaves open what is not known, and what means nothing, and says so', () => {
    const text = fill('{person.name}, {receiver.name} et {person.nam} : {date}', {
      'person.name': 'Testa',
      'receiver.name': ' ',
      date: 'hier',
    });
    expect(text).toBe('Testa, {receiver.name} et {person.nam} : hier');
    expect(blanksIn(text)).toEqual([
      { name: 'receiver.name', isKnown: true },
      { name: 'person.nam', isKnown: false },
    ]);
  });

  it('puts a value in once: one that looks like a placeholder is not filled again', () => {
    expect(fill('{person.name}', { 'person.name': '{case.summary} $& $1', 'case.summary': 'secret' })).toBe('{case.summary} $& $1');
  });

  it('with everything known leaves nothing open, whatever stands around', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(...placeholders).map((p) => `{${p}}`),
            fc.stringMatching(/^[^{}]*$/),
          ),
        ),
        (parts) => {
          expect(blanksIn(fill(parts.join(''), some))).toEqual([]);
        },
      ),
    );
  });
});

it('headings, lists and paragraphs are told apart, and lines of an address stay lines', () => {
  expect(blocksOf('Office inventé\n12, rue Inventée\n\n# Objet\nBonjour\n- un\n- deux\nFin')).toEqual([
    { kind: 'paragraph', lines: ['Office inventé', '12, rue Inventée'] },
    { kind: 'heading', lines: ['Objet'] },
    { kind: 'paragraph', lines: ['Bonjour'] },
    { kind: 'item', lines: ['un'] },
    { kind: 'item', lines: ['deux'] },
    { kind: 'paragraph', lines: ['Fin'] },
  ]);
});

describe('the letters that come with the product', () => {
  it('are one of each kind, in both languages, with no placeholder that means nothing', () => {
    expect(written.map(({ kind }) => kind).sort()).toEqual([...letterKinds].sort());
    for (const { id, texts } of written)
      for (const text of [texts.fr, texts.ar])
        expect(
          blanksIn(text).filter((blank) => !blank.isKnown),
          id,
        ).toEqual([]);
  });

  it('ask for the same in French and in Arabic', () => {
    const names = (text: string): string[] =>
      blanksIn(text)
        .map(({ name }) => name)
        .sort();
    for (const { texts, id } of written) expect(names(texts.ar), id).toEqual(names(texts.fr));
  });

  it('acknowledge many requests at once without a word to type', () => {
    const { fr = '', ar = '' } = written.find(({ id }) => id === 'acknowledgement')?.texts ?? {};
    for (const { name } of [...blanksIn(fr), ...blanksIn(ar)]) expect(knownPlaceholders).toContain(name);
  });
});
