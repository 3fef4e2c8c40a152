import { type KeyboardEvent, useState } from 'react';
import { useT } from '../../../workspace/language.tsx';
import { readTyped } from '../../../platform/typed-number.ts';

interface CellFieldProps {
  /** What the cell is, for those who hear it: its row and its column. */
  label: string;
  value: number | null;
  least?: number;
  most?: number;
  isWhole?: boolean;
  /** What stood there when it was typed, and what was typed. */
  onFill: (base: number | null, value: number | null) => unknown;
}

/** To the cell above or below, as in a sheet; Tab and Shift Tab go from cell to cell. */
function move(event: KeyboardEvent<HTMLInputElement>): void {
  const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const cell = event.currentTarget.closest('td');
  const row = cell?.parentElement;
  const next = by > 0 ? row?.nextElementSibling : row?.previousElementSibling;
  const at = cell && row ? [...row.children].indexOf(cell) : -1;
  const field = next?.children[at]?.querySelector('input');
  if (field) field.focus();
  else event.currentTarget.blur();
}

/** One number of a table, saved as it is left. What is no number stays as it was typed, and says so. */
export function CellField({ label, value, least = 0, most = 1e11, isWhole = false, onFill }: CellFieldProps) {
  const t = useT();
  const [typed, setTyped] = useState<{ text: string; base: number | null; sent?: number | null }>();
  // What came from the server meanwhile has the last word, unless somebody is typing here.
  const [isHere, setHere] = useState(false);
  if (typed && !isHere && typed.base !== value) setTyped(undefined);
  const shown = typed?.text ?? (value === null ? '' : String(value));
  const read = readTyped(shown);
  const isOutside = typeof read === 'number' && (read < least || read > most || (isWhole && !Number.isInteger(read)));
  const isWrong = read === 'wrong' || isOutside;
  function leave(): void {
    setHere(false);
    if (!typed || read === 'wrong' || isOutside) return;
    const next = read ?? null;
    // What is on its way already is not sent again by passing through.
    const from = typed.sent === undefined ? typed.base : typed.sent;
    if (next !== from) {
      onFill(from, next);
      setTyped({ ...typed, sent: next });
    } else if (typed.sent === undefined) setTyped(undefined);
  }
  return (
    <span className="flex flex-col">
      <input
        type="text"
        inputMode="decimal"
        dir="ltr"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        title={isWrong ? t('plans.number.wrong') : undefined}
        value={shown}
        onFocus={(event) => {
          setHere(true);
          event.target.select();
        }}
        onBlur={leave}
        onKeyDown={move}
        onChange={(event) => setTyped(typed ? { ...typed, text: event.target.value } : { text: event.target.value, base: value })}
        className="h-11 w-full min-w-24 rounded-lg border border-edge bg-card px-2 text-end tabular-nums aria-invalid:border-bad"
      />
      {isWrong && (
        <span role="alert" className="text-sm font-semibold text-bad">
          {t('plans.number.wrong')}
        </span>
      )}
    </span>
  );
}
