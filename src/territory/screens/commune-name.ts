import { useLanguage } from '../../workspace/language.tsx';
import { useRead } from '../../workspace/reading.tsx';

interface Commune {
  code: string;
  nameFr: string;
  nameAr: string;
}

/** A commune's name in the reader's language; its code until the names are here. */
export function useCommuneName(): (code: string) => string {
  const { language } = useLanguage();
  const { data } = useRead<Commune[]>('/api/territory/communes');
  return (code) => {
    const found = data?.find((c) => c.code === code);
    return (language === 'ar' ? found?.nameAr : found?.nameFr) ?? code;
  };
}
