import { Button } from '../../../ui/button.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import { type Areas, useAreas } from '../areas.ts';
import { useFieldName } from '../field-value.tsx';

/** The territories a service is for: communes, provinces or the whole region. */
export function AreaFields({ areas, onChange }: { areas: readonly string[]; onChange: (areas: string[]) => void }) {
  const t = useT();
  const fieldName = useFieldName();
  const known = useAreas();
  return (
    <section className="flex flex-col gap-2">
      <h3>{fieldName('areas')}</h3>
      <ul className="flex flex-col">
        {areas.map((code) => (
          <li key={code} className="flex items-center justify-between gap-3">
            <bdi>{known.nameOf(code)}</bdi>
            <Button
              look="quiet"
              className="mx-0!"
              aria-label={t('finder.remove_named', { name: known.nameOf(code) })}
              onPress={() => onChange(areas.filter((other) => other !== code))}
            >
              {t('finder.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <NativeSelect label={t('care.area.add')} value="" onChange={(code) => code && onChange([...new Set([...areas, code])])}>
        <option value="">{t('invite.organization.choose')}</option>
        <option value="02">{t('care.area.region')}</option>
        <optgroup label={t('care.area.provinces')}>
          {known.provinces.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </optgroup>
        <CommuneOptions areas={known} />
      </NativeSelect>
    </section>
  );
}

/** The communes under their provinces. */
export function CommuneOptions({ areas }: { areas: Areas }) {
  return [...Map.groupBy(areas.communes, (c) => c.province)].map(([province, communes]) => (
    <optgroup key={province} label={province}>
      {communes.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </optgroup>
  ));
}
