import { describe, expect, it } from 'vitest';
import { changePersonSchema, type PersonRecord, personSchema } from '../contract.ts';
import { changeOf } from './person-change.ts';
import { draftOf, emptyPerson, givenOf, isEmpty, problemsIn } from './person-draft.ts';
import { readBirthDate } from './typed-birth-date.ts';

const now = new Date('2026-07-01T09:00:00Z');
const personId = '0197f0a0-0000-7000-8000-000000000001';

describe('a birth date', () => {
  it.each([
    ['1958', '1958'],
    ['1958-03', '1958-03'],
    ['1958-03-2', '1958-03-02'],
    ['١٩٥٨-03-٢', '1958-03-02'],
    ['', null],
  ])('typed as "%s" is kept as far as it is known', (typed, date) => {
    expect(readBirthDate(typed, now)).toEqual({ date });
  });
  it.each([
    ['58', 'invalid.year'],
    ['-03', 'invalid.year'],
    ['1899', 'invalid.before_1900'],
    ['1958--5', 'invalid.month'],
    ['1958-02-30', 'invalid.no_such_day'],
    ['2026-08', 'refusal.birth_date_ahead'],
  ])('typed as "%s" says what is wrong', (typed, wrong) => {
    expect(readBirthDate(typed, now)).toEqual({ wrong });
  });
});

describe('a person typed in', () => {
  it('needs only something to be called by', async () => {
    expect(await problemsIn(emptyPerson, now)).toEqual({ name: 'person.name.needed' });
    const typed = { ...emptyPerson, name: ' Testa ' };
    expect(await problemsIn(typed, now)).toEqual({});
    expect(personSchema.parse({ personId, ...givenOf(typed, now) })).toEqual({ personId, name: 'Testa', contactPreference: 'any' });
  });
  it('with everything said is what the server expects', () => {
    const typed = {
      ...emptyPerson,
      name: 'Testa',
      otherNames: [
        { name: 'تيستا', use: 'other_script' as const },
        { name: '  ', use: 'nickname' as const },
      ],
      birthDate: '1950',
      birthDateAbout: true,
      phone: '06 12 34 56 78',
      residenceCountry: 'BE',
    };
    const given = personSchema.safeParse({ personId, ...givenOf(typed, now) });
    expect(given.data).toMatchObject({ birthDate: '1950', birthDateAbout: true, otherNames: [{ name: 'تيستا' }], residenceCountry: 'BE' });
  });
  it('with a telephone that cannot exist is told so', async () => {
    expect(await problemsIn({ ...emptyPerson, name: 'Testa', phone: '12' }, now)).toEqual({ phone: 'refusal.phone_not_possible' });
  });
  it('is nobody while only what the visit said stands there', () => {
    expect(isEmpty({ ...emptyPerson, language: 'ary' }, now)).toBe(true);
    expect(isEmpty({ ...emptyPerson, phone: '0612345678' }, now)).toBe(false);
    expect(isEmpty({ ...emptyPerson, birthDate: '19' }, now)).toBe(false);
  });
});

it('a change carries only what was touched and now says something else, beside what stood there', () => {
  const record = { ...emptyPerson, name: 'Testa', birthDate: '1950', phone: null, safeHours: null } as unknown as PersonRecord;
  const touched = { ...draftOf({ name: 'Testa' }), birthDate: '', safeHours: 'le soir', phone: '' };
  const change = changeOf(record, touched, now);
  expect(change).toEqual({ set: { birthDate: null, safeHours: 'le soir' }, was: { birthDate: '1950', safeHours: null } });
  expect(changePersonSchema.safeParse({ personId, ...change }).error).toBeUndefined();
});
