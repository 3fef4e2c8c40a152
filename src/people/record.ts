import type { PersonGiven, PersonRecord } from './contract.ts';
import { isAhead } from './birth-date.ts';
import type { NameRecord } from './matching/index.ts';
import { readPhone } from './phone.ts';

export const unknownPerson: Omit<PersonRecord, 'name'> = {
  otherNames: [],
  birthDate: null,
  birthDateAbout: false,
  sex: null,
  language: null,
  languages: [],
  residenceCountry: null,
  audience: null,
  communeCode: null,
  phone: null,
  email: null,
  phoneBelongsTo: null,
  contactPreference: 'any',
  safeHours: null,
};

type Checked<T> = { checked: T } | { refused: string };

/** What was typed about a person, as it is kept: numbers in one form, each name once, no birth date that lies ahead. */
export function checkRecord<T extends Partial<PersonRecord>>(typed: T, now: Date): Checked<T> {
  const checked = { ...typed };
  if (typed.phone) {
    const phone = readPhone(typed.phone);
    if (!phone) return { refused: 'phone_not_possible' };
    checked.phone = phone;
  }
  if (typed.birthDate && isAhead(typed.birthDate, now)) return { refused: 'birth_date_ahead' };
  if (typed.otherNames) {
    const once = new Map(typed.otherNames.filter((o) => o.name !== typed.name).map((o) => [o.name, o]));
    checked.otherNames = [...once.values()];
  }
  return { checked };
}

/** A new person's whole record from what was given of it. */
export function completeRecord({ personId: _, ...given }: PersonGiven): PersonRecord {
  return { ...unknownPerson, ...given };
}

/** Every name a person goes by, the one they are called by first. */
export const namesOf = ({ name, otherNames }: Pick<PersonRecord, 'name' | 'otherNames'>): string[] => [
  name,
  ...otherNames.map((o) => o.name),
];

/** One matching record for each name: two people are compared by the names that fit best. */
export function matchingRecords(person: Pick<PersonRecord, 'name' | 'otherNames' | 'birthDate' | 'sex' | 'communeCode'>): NameRecord[] {
  return namesOf(person).map((full) => ({
    given: '',
    family: '',
    full,
    dob: person.birthDate ?? '',
    address: '',
    place: person.communeCode ?? '',
    region: '',
    postcode: '',
    docId: '',
    sex: person.sex === 'woman' || person.sex === 'man' ? person.sex : '',
    occupation: '',
  }));
}
