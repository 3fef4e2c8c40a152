import { exchangeLanguages } from '../../desk/contract.ts';
import { NativeSelect } from '../../ui/field.tsx';
import { useT } from '../../workspace/language.tsx';

export function PersonLanguage({ label, value, onChange }: { label: string; value: string; onChange: (language: string) => void }) {
  const t = useT();
  return (
    <NativeSelect label={label} value={value} onChange={onChange}>
      <option value="">{t('person.language.unknown')}</option>
      {exchangeLanguages.map((code) => (
        <option key={code} value={code}>
          {t(`language.${code}`)}
        </option>
      ))}
    </NativeSelect>
  );
}
