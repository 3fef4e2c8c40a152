import { useMemo } from 'react';
import { NativeSelect } from '../../ui/field.tsx';
import { useLanguage } from '../../workspace/language.tsx';

/** Every officially assigned country of ISO 3166-1; their names come from the browser, in the reader's language. */
const codes =
  'AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );
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
  const rest = codes.filter((code) => !first.includes(code)).map(option);
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
