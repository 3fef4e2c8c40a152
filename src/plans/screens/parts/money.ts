import { useMemo } from 'react';
import { localeOf } from '../../../platform/i18n/index.ts';
import { useLanguage } from '../../../workspace/language.tsx';

/** Dirhams as the language writes them, without the cents that no plan counts in. */
export function useMoney(): (amount: number) => string {
  const { language } = useLanguage();
  return useMemo(() => {
    const format = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'MAD', maximumFractionDigits: 0 });
    return (amount) => format.format(amount);
  }, [language]);
}
