import { useMemo } from 'react';
import { useLanguage } from '../../workspace/language.tsx';

/** The name of a language, in the reader's. */
export function useLanguageName(): (code: string) => string {
  const { t, has, language } = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
    const named = (code: string): string => {
      if (has(`language.${code}`)) return t(`language.${code}`);
      try {
        return names.of(code) ?? code;
      } catch (error) {
        // Sources write languages as they like; what is no tag is shown as it came.
        if (error instanceof RangeError) return code;
        throw error;
      }
    };
    return named;
  }, [t, has, language]);
}
