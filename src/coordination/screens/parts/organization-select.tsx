import { NativeSelect } from '../../../ui/field.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { useRead } from '../../../workspace/reading.tsx';
import type { OrganizationName } from '../../contract.ts';

interface OrganizationSelectProps {
  label: string;
  /** The words of no answer. */
  none: string;
  value: string;
  onChange: (organizationId: string) => void;
  /** Those who are part of it already, before all others. */
  known?: readonly OrganizationName[];
  /** Those who cannot be chosen. */
  without?: readonly string[];
}

/** One organisation of the directory. */
export function OrganizationSelect({ label, none, value, onChange, known = [], without = [] }: OrganizationSelectProps) {
  const { t, language } = useLanguage();
  const { data = [] } = useRead<OrganizationName[]>('/api/directory/organizations');
  const order = new Intl.Collator(language).compare;
  const near = [...new Map(known.map((o) => [o.id, o])).values()].filter((o) => !without.includes(o.id));
  const others = data
    .filter((o) => !without.includes(o.id) && !near.some((each) => each.id === o.id))
    .sort((a, b) => order(a.name, b.name));
  const option = ({ id, name }: OrganizationName) => (
    <option key={id} value={id}>
      {name}
    </option>
  );
  return (
    <NativeSelect label={label} value={value} onChange={onChange}>
      <option value="">{none}</option>
      {near.length > 0 ? (
        <>
          <optgroup label={t('thread.part_of_it')}>{near.map(option)}</optgroup>
          <optgroup label={t('thread.others')}>{others.map(option)}</optgroup>
        </>
      ) : (
        others.map(option)
      )}
    </NativeSelect>
  );
}
