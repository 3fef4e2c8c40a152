import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';

interface PickListProps {
  label: string;
  /** On the list that adds one. */
  add: string;
  options: readonly { id: string; name: string }[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** Something to say of each that was chosen. */
  renderBeside?: (id: string) => ReactNode;
  /** The list that adds one, where it is another than the plain one. */
  renderAdd?: (pick: (id: string) => void) => ReactNode;
}

/** Several out of many: what was chosen stands in sight, and each can be taken out. */
export function PickList({ label, add, options, value, onChange, renderBeside, renderAdd }: PickListProps) {
  const t = useT();
  const nameOf = (id: string) => options.find((option) => option.id === id)?.name ?? id;
  const pick = (id: string) => id && onChange([...new Set([...value, id])]);
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base">{label}</h2>
      {value.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {value.map((id) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
              <bdi className="min-w-0 font-semibold">{nameOf(id)}</bdi>
              <span className="flex flex-wrap items-end gap-x-4">
                {renderBeside?.(id)}
                <Button
                  look="quiet"
                  className="mx-0!"
                  aria-label={t('finder.remove_named', { name: nameOf(id) })}
                  onPress={() => onChange(value.filter((other) => other !== id))}
                >
                  {t('finder.remove')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {renderAdd?.(pick) ?? (
        <NativeSelect label={add} value="" onChange={pick}>
          <option value="">{t('thread.choose')}</option>
          {options
            .filter((option) => !value.includes(option.id))
            .map((option) => (
              <option key={option.id} value={option.id}>
                {option.name}
              </option>
            ))}
        </NativeSelect>
      )}
    </section>
  );
}
