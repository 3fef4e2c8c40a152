import type { PersonRecord } from '../contract.ts';
import { readBirthDate } from './typed-birth-date.ts';
import { isEmail } from '../../workspace/typed-email.ts';

/** A person as a form holds them: what is not known is an empty text, a birth date is what was typed of it. */
export type PersonDraft = { [K in keyof PersonRecord]: null extends PersonRecord[K] ? NonNullable<PersonRecord[K]> | '' : PersonRecord[K] };
export type PersonErrors = Partial<Record<'name' | 'birthDate' | 'phone' | 'email' | 'otherNames', string>>;

export const emptyPerson: PersonDraft = {
  name: '',
  otherNames: [],
  birthDate: '',
  birthDateAbout: false,
  sex: '',
  language: '',
  languages: [],
  residenceCountry: '',
  audience: '',
  communeCode: '',
  phone: '',
  email: '',
  phoneBelongsTo: '',
  contactPreference: 'any',
  safeHours: '',
};

/** What is kept, as a form shows it. */
export const draftOf = (record: Partial<PersonRecord>): Partial<PersonDraft> =>
  Object.fromEntries(Object.entries(record).map(([field, value]) => [field, value ?? ''])) as Partial<PersonDraft>;

/** What was typed, as it is kept; a birth date that cannot be read counts as not said. */
export function recordOf(draft: Partial<PersonDraft>, now: Date): Partial<PersonRecord> {
  const read = ([field, value]: [string, unknown]): [string, unknown] => {
    if (field === 'birthDate') {
      const birth = readBirthDate(String(value), now);
      return [field, 'date' in birth ? birth.date : null];
    }
    if (field === 'otherNames')
      return [field, (value as PersonDraft['otherNames']).map((o) => ({ ...o, name: o.name.trim() })).filter((o) => o.name)];
    if (typeof value === 'string') return [field, value.trim() || null];
    return [field, value];
  };
  return Object.fromEntries(Object.entries(draft).map(read)) as Partial<PersonRecord>;
}

/** Only what was said of a new person. */
export function givenOf(draft: PersonDraft, now: Date): Partial<PersonRecord> {
  const said = Object.entries(recordOf(draft, now)).filter(([, v]) => v !== null && v !== false && !(Array.isArray(v) && v.length === 0));
  return Object.fromEntries(said) as Partial<PersonRecord>;
}

/** Whether such a number can exist; what knows every country's numbers is large, so it is fetched only when asked. */
export const isPossiblePhone = async (typed: string): Promise<boolean> => (await import('../phone.ts')).readPhone(typed) !== undefined;

/** Translation keys of what is wrong, by field. */
export async function problemsIn(draft: PersonDraft, now: Date): Promise<PersonErrors> {
  const birth = readBirthDate(draft.birthDate, now);
  const phoneIsWrong = draft.phone.trim() !== '' && !(await isPossiblePhone(draft.phone));
  return {
    ...(draft.name.trim() ? {} : { name: 'person.name.needed' }),
    ...('wrong' in birth ? { birthDate: birth.wrong } : {}),
    ...(phoneIsWrong ? { phone: 'refusal.phone_not_possible' } : {}),
    ...(draft.email.trim() && !isEmail(draft.email) ? { email: 'person.email.wrong' } : {}),
  };
}

/** Whether anything at all was typed: a case may also stay anonymous. */
export const isEmpty = (draft: PersonDraft, now: Date): boolean =>
  Object.keys(givenOf(draft, now)).every((field) => ['contactPreference', 'language'].includes(field)) && draft.birthDate === '';
