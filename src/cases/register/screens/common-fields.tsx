import { audiences, channels, exchangeLanguages, needs, visitOutcomes } from '../../../desk/lists.ts';
import { Card } from '../../../ui/card.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Mapping } from '../contract.ts';

type Common = Mapping['common'];
const lists = [
  ['audience', 'audience', audiences],
  ['language', 'language', exchangeLanguages],
  ['channel', 'channel', channels],
  ['outcome', 'outcome', visitOutcomes],
  ['need', 'need', needs],
] as const;

/** What is true of every row that does not say otherwise. */
export function CommonFields({ common, onChange }: { common: Common; onChange: (common: Common) => void }) {
  const t = useT();
  return (
    <Card>
      <div className="flex flex-col gap-1">
        <h2>{t('register.map.common')}</h2>
        <p className="text-quiet">{t('register.map.common.text')}</p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {lists.map(([field, family, values]) => (
          <NativeSelect
            key={field}
            label={t(`register.map.common.${field}`)}
            value={common[field] ?? ''}
            onChange={(value) => onChange({ ...common, [field]: value === '' ? null : value })}
          >
            {field === 'need' && <option value="">{t('register.map.common.need.none')}</option>}
            {values.map((value) => (
              <option key={value} value={value}>
                {t(`${family}.${value}`)}
              </option>
            ))}
          </NativeSelect>
        ))}
      </div>
    </Card>
  );
}
