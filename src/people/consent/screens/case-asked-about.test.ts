import { expect, it } from 'vitest';
import { askedAboutOf } from './case-asked-about.ts';

it('of a case that only this device has, all that its form said is known, and nothing was answered yet', () => {
  const person = { name: 'Testa Inventée', phone: '0612345601', language: 'ary', birthDate: '2012' };
  const opening = { needs: ['protection'], summary: 'Exemple inventé', visitId: 'a-visit', minorSituation: 'unaccompanied', person };
  expect(askedAboutOf(opening)).toEqual({ ...opening, visit: null, consents: [] });
});

it('of an anonymous case that only this device has, nobody and nothing is made up', () => {
  expect(askedAboutOf({ needs: ['health'] })).toEqual({
    needs: ['health'],
    summary: null,
    visitId: null,
    minorSituation: null,
    person: null,
    visit: null,
    consents: [],
  });
});
