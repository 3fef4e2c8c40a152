import { localeOf } from '../../platform/i18n/index.ts';
import { useLanguage } from '../../workspace/language.tsx';

const precisions: Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

/** A birth date in words, as exactly as it is known: "vers 1950", "mars 1958", "2 mars 1958". */
export function useBirthWords(): (person: { birthDate: string | null; birthDateAbout: boolean }) => string | undefined {
  const { t, language } = useLanguage();
  return ({ birthDate, birthDateAbout }) => {
    if (!birthDate) return undefined;
    const precision = precisions[birthDate.split('-').length - 1];
    const date = new Intl.DateTimeFormat(localeOf(language), { ...precision, timeZone: 'UTC' }).format(new Date(birthDate));
    return birthDateAbout ? t('person.birth.about_date', { date }) : date;
  };
}
