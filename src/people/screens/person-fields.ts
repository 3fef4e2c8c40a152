import { useCommuneName } from '../../territory/screens/index.ts';
import { useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import type { PersonRecord } from '../contract.ts';
import { useBirthWords } from './birth-words.ts';
import { useCountryName } from './country-select.tsx';

/** What a record says, in the order a person is told about it, with the translation key of each label. */
export const personFields = {
  name: 'person.name',
  otherNames: 'person.other_names',
  birthDate: 'person.birth',
  sex: 'person.sex',
  phone: 'person.phone',
  phoneBelongsTo: 'person.phone_belongs_to',
  contactPreference: 'person.contact',
  safeHours: 'person.safe_hours',
  email: 'person.email',
  language: 'person.language',
  languages: 'person.languages',
  audience: 'person.audience',
  residenceCountry: 'person.residence_country',
  communeCode: 'desk.commune',
} as const satisfies Partial<Record<keyof PersonRecord, string>>;
export type PersonField = keyof typeof personFields;
export const fieldNames = Object.keys(personFields) as PersonField[];

/** What a record says of one field, in words; nothing when it says nothing. */
export function useFieldWords(): (field: PersonField, record: PersonRecord) => string | undefined {
  const t = useT();
  const birthWords = useBirthWords();
  const country = useCountryName();
  const commune = useCommuneName();
  return (field, record) => {
    switch (field) {
      case 'birthDate':
        return birthWords(record);
      case 'otherNames':
        return record.otherNames.map((o) => `${o.name} (${t(`name_use.${o.use}`)})`).join('\n') || undefined;
      case 'languages':
        return wordsOf(t, 'language', record.languages) || undefined;
      case 'residenceCountry':
        return record.residenceCountry ? country(record.residenceCountry) : undefined;
      case 'communeCode':
        return record.communeCode ? commune(record.communeCode) : undefined;
      case 'contactPreference':
        return record.contactPreference === 'any' ? undefined : t(`contact.${record.contactPreference}`);
      case 'sex':
      case 'language':
      case 'audience':
        return record[field] ? t(`${field}.${record[field]}`) : undefined;
      default:
        return record[field] ?? undefined;
    }
  };
}
