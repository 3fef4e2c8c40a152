import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardFacts } from './cards.ts';
import type { SearchDocument, SearchPlace, TermPhrase } from './document.ts';
import { find, type Wish } from './find.ts';
import { TextReader } from './language.ts';
import { type SearchIndex, SearchIndexBuilder } from './search-index.ts';

const places: SearchPlace[] = [
  { code: '02', within: [], latitude: 34, longitude: -2 },
  { code: '021', within: ['02'], latitude: 34.5, longitude: -2 },
  { code: '0211', within: ['021', '02'], latitude: 34.68, longitude: -1.91 },
  { code: '0212', within: ['021', '02'], latitude: 34.92, longitude: -2.32 },
  { code: '022', within: ['02'], latitude: null, longitude: null },
];
const texts = { name: '', description: null, alert: null, organizationName: '' };
const card: CardFacts = {
  ...{ organizationId: '', toBeConfirmed: false, checkedYear: null, placeFr: null, placeAr: null },
  ...{ source: texts, translations: {} },
};
const build = (documents: Partial<SearchDocument>[], phrases: TermPhrase[] = []): SearchIndex => {
  const builder = new SearchIndexBuilder(places, new TextReader());
  documents.forEach((document, i) => {
    builder.add({
      id: String(i),
      texts: [],
      needs: [],
      audiences: [],
      places: [],
      languages: [],
      conditions: [],
      receptions: [],
      points: [],
      opening: { kind: 'unknown', open: [] },
      card,
      ...document,
    });
  });
  for (const phrase of phrases) builder.addPhrase(phrase);
  return builder.done(1);
};
const wish = (asked: Partial<Wish>): Wish => ({ q: '', skip: 0, take: 100, minute: 1000, ...asked });
const named = (text: string): Pick<SearchDocument, 'texts'> => ({ texts: [{ part: 'name', language: 'fr', text }] });
const ids = (index: SearchIndex, asked: Partial<Wish>): string[] => find(index, wish(asked)).items.map((item) => item.id);

const words = ['santé', 'école', 'avocat', 'passeport', 'maison'];
const someOf = <T>(all: T[]) => fc.subarray(all);
const documents = fc.array(
  fc.record({
    texts: fc.array(fc.record({ part: fc.constantFrom('name', 'text'), language: fc.constant('fr'), text: fc.constantFrom(...words) }), {
      maxLength: 3,
    }),
    needs: someOf(['health', 'school']),
    audiences: someOf(['mre', 'women', 'everyone']),
    places: someOf(['02', '021', '0211', '0212', '022', 'MA']),
    languages: someOf(['fr', 'ar']),
    conditions: someOf(['free', 'no_papers']),
    receptions: someOf(['without', 'with']),
    opening: fc.record({
      kind: fc.constantFrom('hours', 'by_appointment', 'unknown'),
      open: fc.array(
        fc.tuple(fc.integer({ min: 900, max: 1100 }), fc.integer({ min: 1, max: 99 })).map(([start, length]) => [start, start + length]),
        { maxLength: 2 },
      ),
    }),
  }) as fc.Arbitrary<Omit<SearchDocument, 'id' | 'points' | 'card'>>,
  { maxLength: 25 },
);
const asked: fc.Arbitrary<Partial<Wish>> = fc.record({
  q: fc.array(fc.constantFrom(...words), { maxLength: 2 }).map((all) => all.join(' ')),
  category: fc.constantFrom(undefined, 'health', 'school', 'none'),
  audience: fc.constantFrom(undefined, 'mre', 'women'),
  commune: fc.constantFrom(undefined, '0211', '021', '022', '02'),
  spoken: fc.constantFrom(undefined, 'fr', 'ar'),
  conditions: someOf(['free', 'no_papers']),
  appointment: fc.constantFrom(undefined, 'without', 'with'),
  opening: fc.constantFrom(undefined, 'open', 'unknown'),
});

/** Told the long way, from the rules people are told. */
function fits(document: Omit<SearchDocument, 'id' | 'points' | 'card'>, { q = '', ...rest }: Partial<Wish>): boolean {
  const around = rest.commune ? [rest.commune, ...(places.find((p) => p.code === rest.commune)?.within ?? []), 'MA'] : [];
  const inside = places.filter(({ within }) => rest.commune && within.includes(rest.commune)).map(({ code }) => code);
  const open = document.opening.open.some(([start, end]) => start <= 1000 && 1000 < end);
  const state = open ? 'open' : document.opening.kind === 'hours' ? 'closed' : document.opening.kind;
  return (
    q
      .split(' ')
      .filter((word) => word !== '')
      .every((word) => document.texts.some(({ text }) => text === word)) &&
    (!rest.category || document.needs.includes(rest.category)) &&
    (!rest.audience || document.audiences.some((code) => code === rest.audience || code === 'everyone')) &&
    (!rest.commune || document.places.some((code) => around.includes(code) || inside.includes(code))) &&
    (!rest.spoken || document.languages.includes(rest.spoken)) &&
    (rest.conditions ?? []).every((code) => document.conditions.includes(code)) &&
    (!rest.appointment || document.receptions.includes(rest.appointment)) &&
    (!rest.opening || state === rest.opening)
  );
}

describe('a list of results', () => {
  it('holds what fits every wish and nothing else', () => {
    fc.assert(
      fc.property(documents, asked, (all, wanted) => {
        const expected = all.flatMap((document, i) => (fits(document, wanted) ? [String(i)] : []));
        // With several words and no service that holds them all, those that hold some are shown instead.
        fc.pre(expected.length > 0 || !wanted.q?.includes(' '));
        expect(ids(build(all), wanted).sort()).toEqual(expected.sort());
      }),
    );
  });
  it('says of each choice how many services it would leave', () => {
    fc.assert(
      fc.property(documents, asked, (all, wanted) => {
        const index = build(all);
        const { counts, inState } = find(index, wish(wanted));
        // Loosened words count what holds some of them, and a further choice may leave what holds them all.
        fc.pre(!wanted.q?.includes(' ') || all.some((document) => fits(document, wanted)));
        const left = (more: Partial<Wish>): number => find(index, wish({ ...wanted, ...more })).total;
        const whole = wanted.q?.includes(' ');
        const same = (told: number, really: number): void => {
          // Where one choice leaves nothing the words are loosened, and more is found than the choice was said to leave.
          if (told > 0 || !whole) expect(told).toBe(really);
        };
        for (const category of ['health', 'school']) same(counts.need[category] ?? 0, left({ category }));
        for (const audience of ['mre', 'women'])
          same(counts.audience[audience] ?? 0, index.facets.numbers.audience.has(audience) ? left({ audience }) : 0);
        for (const commune of ['0211', '0212', '022']) same(counts.place[commune] ?? 0, left({ commune }));
        for (const spoken of ['fr', 'ar']) same(counts.language[spoken] ?? 0, left({ spoken }));
        for (const appointment of ['without', 'with'] as const) same(counts.appointment[appointment] ?? 0, left({ appointment }));
        for (const code of ['free', 'no_papers'])
          same(counts.condition[code] ?? 0, left({ conditions: [...new Set([...(wanted.conditions ?? []), code])] }));
        same(inState.open, left({ opening: 'open' }));
        same(inState.unknown, left({ opening: 'unknown' }));
      }),
    );
  });
  it('shows what says all words in its name first, and rare words before common ones', () => {
    const index = build([
      { texts: [{ part: 'text', language: 'fr', text: 'avocat des familles' }] },
      named('Avocat'),
      named('Accueil'),
      named('Accueil'),
      named('Accueil du dispensaire'),
    ]);
    expect(ids(index, { q: 'avocat' })).toEqual(['1', '0']);
    expect(ids(index, { q: 'accueil dispensaire' })[0]).toBe('4');
    expect(ids(index, { q: 'avocat dispensaire' }).sort()).toEqual(['0', '1', '4']);
  });
  it('shows who answers the need a word names before who only mentions the word, and who does little else first', () => {
    const index = build(
      [
        { texts: [{ part: 'text', language: 'fr', text: 'près de l’hôpital' }] },
        { needs: ['health', 'school', 'culture'] },
        { needs: ['health'] },
        named('Musique'),
      ],
      [{ term: 'health', language: 'fr', text: 'hôpital' }],
    );
    expect(ids(index, { q: 'hôpital' })).toEqual(['2', '1', '0']);
  });
  it('puts the nearest first, by straight line from the seat, and what has no place last', () => {
    const at = (latitude: number, longitude: number) => ({ places: ['02'], points: [{ latitude, longitude }] });
    const index = build([{ places: ['02'] }, at(35.17, -2.93), at(34.69, -1.9)]);
    const found = find(index, wish({ commune: '0211', near: true }));
    expect(found.items.map((item) => item.id)).toEqual(['2', '1', '0']);
    expect(found.items[1]?.distanceKm).toBeCloseTo(107.9, 0);
    expect(found.items[2]).not.toHaveProperty('distanceKm');
  });
  it('leaves none out for whoever asks from a place: what is offered everywhere and what is near come first where no word says what is better', () => {
    const at = (latitude: number, longitude: number, name: string) => ({
      ...named(name),
      places: ['0212'],
      points: [{ latitude, longitude }],
    });
    const index = build([at(35.17, -2.93, 'Santé'), at(34.69, -1.9, 'Santé de la mère'), named('Numéro vert')]);
    expect(ids(index, { from: '0211' })).toEqual(['2', '1', '0']);
    expect(ids(index, { from: '0211', q: 'santé' })).toEqual(ids(index, { q: 'santé' }));
    expect(ids(index, { from: '0299' })).toEqual(['0', '1', '2']);
  });
  it('of any page is the same part of the same order', () => {
    const index = build(Array.from({ length: 40 }, (_, i) => named(i % 3 === 0 ? 'Santé' : 'Santé de la mère')));
    const all = ids(index, { q: 'santé' });
    const paged = [0, 7, 14, 21, 28, 35].flatMap((skip) => ids(index, { q: 'santé', skip, take: 7 }));
    expect(paged).toEqual(all);
    expect(new Set(all).size).toBe(40);
  });
});
