import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { localeOf, type Translate } from '../platform/i18n/index.ts';
import { fetchTexts, type Texts, type WorkLanguage } from './texts.ts';

interface Speaking extends Texts {
  setLanguage: (language: WorkLanguage) => Promise<void>;
}
export const LanguageContext = createContext<Speaking | undefined>(undefined);
const storageKey = 'istiqbal.language';

export function isLanguage(value: unknown): value is WorkLanguage {
  return value === 'fr' || value === 'ar';
}
/** What was chosen on this device, if anything was. */
export function chosenLanguage(): WorkLanguage | undefined {
  const stored = localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : undefined;
}

export const firstLanguage = (): WorkLanguage => chosenLanguage() ?? (navigator.language.startsWith('ar') ? 'ar' : 'fr');

export function LanguageProvider({ first, children }: { first: Texts; children: ReactNode }) {
  const [texts, setTexts] = useState(first);
  const { language } = texts;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  }, [language]);
  const speaking = useMemo<Speaking>(
    () => ({
      ...texts,
      setLanguage: async (next) => {
        localStorage.setItem(storageKey, next);
        setTexts(await fetchTexts(next));
      },
    }),
    [texts],
  );
  return (
    <I18nProvider locale={`${language}-MA`}>
      <LanguageContext value={speaking}>{children}</LanguageContext>
    </I18nProvider>
  );
}

export function useLanguage(): Speaking {
  const speaking = useContext(LanguageContext);
  if (!speaking) throw new Error('useLanguage needs LanguageProvider above it');
  return speaking;
}
export const useT = (): Translate => useLanguage().t;

/** The words for a code the server gave; a code without words of its own gets a sentence that still says what to do. */
export function useCodeText(): (family: 'refusal' | 'error', code: string) => string {
  const { t, has } = useLanguage();
  return (family, code) => {
    const key = [`${family}.${code}`, `refusal.${code}`, `error.${code}`].find(has);
    return key ? t(key) : t(`${family}.unknown`, { code });
  };
}

/** A day's number stays on the line of its month; French calls the first « 1er ». */
const keepDay = (date: string): string => date.replace(/^1 (?=[a-z])/, '1er ').replace(' ', '\u00a0');

/** Days and hours as the language writes them, in the cell's time zone. */
export function useDates() {
  const { language } = useLanguage();
  return useMemo(() => {
    const locale = localeOf(language);
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
    const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    const number = new Intl.NumberFormat(locale);
    return {
      day: (iso: string) => keepDay(day.format(new Date(iso))),
      month: (iso: string) => month.format(new Date(iso)),
      moment: (iso: string) => keepDay(moment.format(new Date(iso))),
      number: (n: number) => number.format(n),
    };
  }, [language]);
}
