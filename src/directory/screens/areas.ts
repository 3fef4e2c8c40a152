import { useLanguage } from '../../workspace/language.tsx';
import { useRead } from '../../workspace/reading.tsx';

interface Commune {
  code: string;
  nameFr: string;
  nameAr: string;
  provinceFr: string;
  provinceAr: string;
}
export interface NamedCommune {
  code: string;
  name: string;
  province: string;
}
export interface Areas {
  communes: NamedCommune[];
  provinces: { code: string; name: string }[];
  nameOf: (code: string) => string;
}

/** The region's communes in the reader's language and order; a territory not among them is shown by its code. */
export function useAreas(): Areas {
  const { t, language } = useLanguage();
  const { data = [] } = useRead<Commune[]>('/api/territory/communes');
  const order = new Intl.Collator(language).compare;
  const communes = data
    .map((c) =>
      language === 'ar'
        ? { code: c.code, name: c.nameAr, province: c.provinceAr }
        : { code: c.code, name: c.nameFr, province: c.provinceFr },
    )
    .sort((a, b) => order(a.province, b.province) || order(a.name, b.name));
  const provinceOf = new Map(communes.map((c) => [c.code.slice(0, 5), c.province]));
  return {
    communes,
    provinces: [...provinceOf].map(([code, name]) => ({ code, name })),
    nameOf: (code) => {
      const commune = communes.find((c) => c.code === code);
      if (commune) return commune.name;
      if (code.length === 2) return t('care.area.region');
      const province = provinceOf.get(code);
      return province ? t('care.area.province', { name: province }) : t('care.area.code', { code });
    },
  };
}
