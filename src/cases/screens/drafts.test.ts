import { describe, expect, it } from 'vitest';
import { fetchTexts, addTexts } from '../../workspace/texts.ts';
import { changeCaseSchema, openCaseSchema } from '../contract.ts';
import { changeOf, type CaseFields } from './case-change.ts';
import { clockWords } from './clock-words.ts';
import { localDay } from './day.ts';
import { caseTexts } from './messages/index.ts';
import { isChild, newCase, openingOf } from './open-case-draft.ts';

const now = new Date('2026-07-10T09:00:00Z');
const caseId = '0197f0a0-0000-7000-8000-000000000002';
const fresh = () => newCase(new URLSearchParams('needs=health,pensions&language=ary'));
const opening = (over: object) => openCaseSchema.safeParse(openingOf(caseId, { ...fresh(), ...over }, undefined, now).payload);

describe('a case to be opened', () => {
  it('stays anonymous when nothing was said of the person but their language', () => {
    const { data } = opening({});
    expect(data).toMatchObject({ needs: ['pensions', 'health'], priority: 'normal' });
    expect(data).not.toHaveProperty('person');
  });
  it('points at someone already known instead of making them again', () => {
    const id = '0197f0a0-0000-7000-8000-000000000003';
    const { data } = opening({ known: { id, name: 'Testa' }, person: { ...fresh().person, name: 'Testa bis' } });
    expect(data).toMatchObject({ personId: id });
    expect(data).not.toHaveProperty('person');
  });
  it('is a child’s when the birth date, the visit or the agent says so', () => {
    expect(isChild({ ...fresh(), person: { ...fresh().person, birthDate: '2012' } }, now)).toBe(true);
    expect(isChild(newCase(new URLSearchParams('age=12_17')), now)).toBe(true);
    expect(isChild({ ...fresh(), isMinor: true }, now)).toBe(true);
    expect(isChild({ ...fresh(), person: { ...fresh().person, birthDate: '1980' } }, now)).toBe(false);
  });
  it('says with whom the child is, and of an adult says nothing', () => {
    expect(opening({ isMinor: true, minorSituation: 'unaccompanied' }).data).toMatchObject({ minorSituation: 'unaccompanied' });
    expect(opening({ minorSituation: 'unaccompanied' }).data).not.toHaveProperty('minorSituation');
  });
});

it('a change of a case carries what was touched beside what stood there', () => {
  const kept: CaseFields = { needs: ['health'], summary: 'Avant', priority: 'normal', minorSituation: '' };
  const change = changeOf(kept, { summary: ' ', priority: 'normal', minorSituation: 'separated' });
  expect(change).toEqual({ set: { summary: null, minorSituation: 'separated' }, was: { summary: 'Avant', minorSituation: null } });
  expect(changeCaseSchema.safeParse({ caseId, ...change }).error).toBeUndefined();
});

describe('a delay in words', () => {
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();
  it.each([
    [12, 'open', 'Reste 12 jours', 'plain'],
    [2.5, 'in_progress', 'Reste 3 jours', 'warn'],
    [0.4, 'open', 'Dernier jour', 'warn'],
    [-0.2, 'open', 'En retard de 1 jour', 'bad'],
    [-9.5, 'waiting_third_party', 'En retard de 10 jours', 'bad'],
  ] as const)('%s days ahead of its end, %s', async (days, status, words, tone) => {
    const { t } = await addTexts(await fetchTexts('fr'), caseTexts);
    expect(clockWords(t, inDays(days), status, now)).toEqual({ words, tone });
  });
  it('stands still while the person is waited for, and is over with the case', async () => {
    const { t } = await addTexts(await fetchTexts('fr'), caseTexts);
    expect(clockWords(t, null, 'waiting_person', now)?.words).toBe('Délai arrêté');
    expect(clockWords(t, inDays(3), 'solved', now)).toBeUndefined();
  });
});

it('a day of the device crosses months and years', () => {
  expect([localDay(new Date(2026, 11, 31), 1), localDay(new Date(2026, 1, 28), 1)]).toEqual(['2027-01-01', '2026-03-01']);
});
