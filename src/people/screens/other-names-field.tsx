import { Button } from '../../ui/button.tsx';
import { Field, NativeSelect } from '../../ui/field.tsx';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { nameUses } from '../lists.ts';
import type { PersonDraft } from './person-draft.ts';

type OtherName = PersonDraft['otherNames'][number];
interface OtherNamesProps {
  names: readonly OtherName[];
  onChange: (names: OtherName[]) => void;
}
const most = 12;

/** The same person as other papers write them: a search finds them by each. */
export function OtherNamesField({ names, onChange }: OtherNamesProps) {
  const t = useT();
  const set = (at: number, part: Partial<OtherName>) => onChange(names.map((o, i) => (i === at ? { ...o, ...part } : o)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-bold">{t('person.other_names')}</legend>
      <p className="text-sm text-quiet">{t('person.other_names.hint')}</p>
      {names.map((other, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name is its place in the list until it is kept.
        <div key={at} className="grid items-end gap-2 sm:grid-cols-[1fr_14rem_auto]">
          <Field label={t('person.name')} value={other.name} maxLength={120} autoComplete="off" onChange={(name) => set(at, { name })} />
          <NativeSelect label={t('person.name_use')} value={other.use} onChange={(use) => set(at, { use: use as OtherName['use'] })}>
            {optionsOf(t, 'name_use', nameUses).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </NativeSelect>
          <Button
            look="quiet"
            aria-label={t('person.other_names.remove_named', { name: other.name })}
            onPress={() => onChange(names.filter((_, i) => i !== at))}
          >
            {t('person.other_names.remove')}
          </Button>
        </div>
      ))}
      {names.length < most && (
        <p>
          <Button onPress={() => onChange([...names, { name: '', use: 'other_script' }])}>{t('person.other_names.add')}</Button>
        </p>
      )}
    </fieldset>
  );
}
