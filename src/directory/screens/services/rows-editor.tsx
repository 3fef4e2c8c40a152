import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useT } from '../../../workspace/language.tsx';

interface RowsEditorProps<T> {
  title: string;
  add: string;
  rows: readonly T[];
  begin: () => T;
  onChange: (rows: T[]) => void;
  /** What one row says, for whoever takes it away without seeing it. */
  nameOf: (row: T) => string;
  children: (row: T, set: (part: Partial<T>) => void) => ReactNode;
}

/** A list of alike things: telephones, papers. Each can be changed or taken away, and one more added. */
export function RowsEditor<T>({ title, add, rows, begin, onChange, nameOf, children }: RowsEditorProps<T>) {
  const t = useT();
  return (
    <section className="flex flex-col gap-3">
      <h3>{title}</h3>
      <ul className="flex flex-col gap-3">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity while it is typed.
          <li key={index} className="flex flex-col gap-3 rounded-xl bg-paper p-3">
            <div className="grid gap-3 sm:grid-cols-2">
              {children(row, (part) => onChange(rows.map((other, i) => (i === index ? { ...other, ...part } : other))))}
            </div>
            <p>
              <Button
                look="quiet"
                aria-label={t('finder.remove_named', { name: nameOf(row) })}
                onPress={() => onChange(rows.filter((_, i) => i !== index))}
              >
                {t('finder.remove')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <p>
        <Button onPress={() => onChange([...rows, begin()])}>{add}</Button>
      </p>
    </section>
  );
}
