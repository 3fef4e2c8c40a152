import { NativeSelect } from '../../ui/field.tsx';
import { useLanguage } from '../../workspace/language.tsx';
import { useRead } from '../../workspace/reading.tsx';

interface Commune {
  code: string;
  nameFr: string;
  nameAr: string;
  provinceFr: string;
  provinceAr: string;
}

interface CommuneSelectProps {
  value: string;
  onChange: (code: string) => void;
  /** Where it is not asked of a person: the words of the question and of no answer yet. */
  label?: string;
  none?: string;
}

/** The region's communes under their provinces, in the language and order of the reader. */
export function CommuneSelect({ value, onChange, label, none }: CommuneSelectProps) {
  const { t, language } = useLanguage();
  const { data } = useRead<Commune[]>('/api/territory/communes');
  const named = (data ?? []).map((c) =>
    language === 'ar' ? { code: c.code, name: c.nameAr, province: c.provinceAr } : { code: c.code, name: c.nameFr, province: c.provinceFr },
  );
  const provinces = Map.groupBy(named, (c) => c.province);
  const order = new Intl.Collator(language).compare;
  return (
    <NativeSelect label={label ?? t('desk.commune')} value={value} onChange={onChange}>
      <option value="">{none ?? t('desk.commune.none')}</option>
      {value && !named.some((c) => c.code === value) && <option value={value}>{value}</option>}
      {[...provinces]
        .sort(([a], [b]) => order(a, b))
        .map(([province, communes]) => (
          <optgroup key={province} label={province}>
            {communes
              .sort((a, b) => order(a.name, b.name))
              .map((c) => (
                <option key={c.code} value={c.code}>
                  {c.name}
                </option>
              ))}
          </optgroup>
        ))}
    </NativeSelect>
  );
}
