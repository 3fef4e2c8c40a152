import { useMemo } from 'react';
import { NativeSelect } from '../../ui/field.tsx';
import { useLanguage } from '../../workspace/language.tsx';
import { countryCodes } from '../countries.ts';

/** Where most Moroccans of this region's diaspora live, shown first; and at home. */
const first = ['MA', 'FR', 'ES', 'BE', 'NL', 'DE', 'IT'];

export function CountrySelect({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t, language } = useLanguage();
  const groups = useMemo(() => groupsIn(language), [language]);
  return (
    <NativeSelect label={t('person.residence_country')} value={value} onChange={onChange}>
      <option value="">{t('person.unknown')}</option>
      {groups.map(({ label, options }) => (
        <optgroup key={label} label={t(label)}>
          {options.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}

/** Two hundred and fifty names in their order: sorted once a language, not at every letter typed beside. */
function groupsIn(language: string) {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const order = new Intl.Collator(language).compare;
  const option = (code: string) => ({ code, name: names.of(code) ?? code });
  const rest = countryCodes.filter((code) => !first.includes(code)).map(option);
  return [
    { label: 'person.countries.first', options: first.map(option) },
    { label: 'person.countries.all', options: rest.sort((a, b) => order(a.name, b.name)) },
  ];
}

export const useCountryName = (): ((code: string) => string) => {
  const { language } = useLanguage();
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return (code) => names.of(code) ?? code;
};
