import type { ActionRow } from '../../../coordination/contract.ts';
import { NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import { useRead } from '../../../workspace/reading.tsx';
import { useTold } from '../../../coordination/screens/index.ts';

interface ActionSelectProps {
  communeCode: string;
  label: string;
  value: string;
  onChange: (actionId: string) => void;
}

/** A joint action of the commune or of the whole region, those that moved last first; one that was chosen stays in sight. */
export function ActionSelect({ communeCode, label, value, onChange }: ActionSelectProps) {
  const t = useT();
  const told = useTold();
  const { data: here } = useRead<{ actions: ActionRow[] }>(`/api/coordination/board/actions?commune=${communeCode}`);
  const { data: everywhere } = useRead<{ actions: ActionRow[] }>('/api/coordination/board/actions?commune=region');
  const offered = [...(here?.actions ?? []), ...(everywhere?.actions ?? [])];
  const isElsewhere = value !== '' && here !== undefined && everywhere !== undefined && offered.every(({ id }) => id !== value);
  const { data: chosen } = useRead<ActionRow>(`/api/coordination/actions/${value}`, isElsewhere);
  return (
    <NativeSelect label={label} value={value} onChange={onChange}>
      <option value="">{t('plans.none')}</option>
      {[...(isElsewhere && chosen ? [chosen] : []), ...offered].map(({ id, title }) => (
        <option key={id} value={id}>
          {told(title)}
        </option>
      ))}
    </NativeSelect>
  );
}
