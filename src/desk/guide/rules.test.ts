import { describe, expect, it } from 'vitest';
import type { Opening } from './contract.ts';
import { inLanguage, isUnsure, isWrittenFor, limitOf, matching, openingAt, readingLanguageOf, sortPapers } from './rules.ts';

const words = (fr: string) => ({ fr, ar: `${fr} ar` });
const procedure = (key: string, needs: string[], audiences: string[], isOwn = false) => ({ key, needs, audiences, isOwn });
// Of the contract only what the rule looks at.
const sorted = (list: ReturnType<typeof procedure>[], needs: string[], audience: string): string[] =>
  matching(list as never[], needs, audience).map(({ key }: { key: string }) => key);

describe('the procedures beside a visit', () => {
  const list = [
    procedure('others', ['pensions'], ['rpt']),
    procedure('second need', ['health'], ['mre']),
    procedure('first need', ['pensions', 'health'], ['mre']),
    procedure('own', ['health'], ['mre'], true),
    procedure('elsewhere', ['culture'], ['mre']),
  ];
  it('are those of its needs, for its audience first, the cell’s own before the region’s, then in the order of the needs', () => {
    expect(sorted(list, ['pensions', 'health'], 'mre')).toEqual(['own', 'first need', 'second need', 'others']);
  });
  it('meant for this audience before all others come before those that also serve it', () => {
    const two = [procedure('asylum', ['residence_asylum'], ['refugee_asylum', 'rpt']), procedure('permit', ['residence_asylum'], ['rpt'])];
    expect(sorted(two, ['residence_asylum'], 'rpt')).toEqual(['permit', 'asylum']);
  });
  it('keep their order while no audience is chosen', () => {
    expect(sorted(list, ['pensions'], '')).toEqual(['others', 'first need']);
  });
  it('are none without a need', () => {
    expect(sorted(list, [], 'mre')).toEqual([]);
  });
});

it('somebody who speaks Darija, Arabic or Amazigh reads Arabic; another language without a text reads French', () => {
  const read = Object.entries({
    ary: 'ar',
    ar: 'ar',
    rif: 'ar',
    zgh: 'ar',
    fr: 'fr',
    en: 'en',
    es: 'es',
    nl: 'fr',
    de: 'fr',
    it: 'fr',
    other: 'fr',
  });
  expect(read.map(([spoken]) => [spoken, readingLanguageOf(spoken)])).toEqual(read);
  expect(inLanguage({ fr: 'a', ar: 'b' }, 'en')).toBe('a');
  expect(inLanguage({ fr: 'a', ar: null }, 'ar')).toBe('a');
});

it('a procedure is written for those who speak one of its languages, Darija among them, and for nobody else', () => {
  const spoken = ['ary', 'ar', 'rif', 'zgh', 'fr', 'en', 'es', 'nl', 'de', 'it', 'other'];
  const written = (title: object): string[] => spoken.filter((one) => isWrittenFor({ title: { ...words('a'), ...title } }, one));
  expect(written({ en: 'a', es: 'a' })).toEqual(['ary', 'ar', 'fr', 'en', 'es']);
  // A cell writes its own in French and in Arabic.
  expect(written({})).toEqual(['ary', 'ar', 'fr']);
});

describe('a limit', () => {
  const law = { days: 60, about: words('réponse'), source: words('loi'), toBeConfirmed: true };
  const nobody = { limitDays: null, limitSource: null };
  const set = (days: number, source: string) => ({ limitDays: days, limitSource: words(source) });
  it('is the law’s until somebody sets it', () => {
    expect(limitOf(law, nobody, nobody)).toEqual({ ...law, setBy: 'law' });
  });
  it('of the region gives way to that of the cell, and is no longer in doubt', () => {
    expect(limitOf(law, set(45, 'circulaire'), nobody)).toEqual({
      days: 45,
      about: law.about,
      source: words('circulaire'),
      setBy: 'region',
    });
    expect(limitOf(law, set(45, 'circulaire'), set(30, 'note'))).toMatchObject({ days: 30, setBy: 'cell' });
  });
  it('is not made up where the law has none', () => {
    expect(limitOf(undefined, nobody, set(30, 'note'))).toBeNull();
  });
});

it('what is missing comes apart from what the person has', () => {
  expect(sortPapers(['a', 'b', 'c'], [1])).toEqual({ missing: ['a', 'c'], ready: ['b'] });
});

it('one paper nobody read in a source makes the procedure one to confirm', () => {
  const sure = { toBeConfirmed: false, papers: [{ name: words('a') }], limit: null };
  expect(isUnsure(sure)).toBe(false);
  expect(isUnsure({ ...sure, papers: [{ name: words('a'), toBeConfirmed: true }] })).toBe(true);
});

describe('an office', () => {
  const opening: Opening = {
    kind: 'hours',
    spans: [
      [100, 200],
      [300, 400],
    ],
    knownUntil: 400,
  };
  it('is open until its hours end, then closed until they begin again', () => {
    expect(openingAt(opening, 150)).toEqual({ kind: 'open', until: 200 });
    expect(openingAt(opening, 200)).toEqual({ kind: 'closed', opens: 300 });
  });
  it('that never closes within what is known has no end', () => {
    expect(openingAt(opening, 350)).toEqual({ kind: 'open', until: null });
  });
  it('says nothing once the device has been offline for longer than its hours are known', () => {
    expect(openingAt(opening, 400)).toEqual({ kind: 'unknown' });
    expect(openingAt({ ...opening, kind: 'unknown' }, 150)).toEqual({ kind: 'unknown' });
  });
});
