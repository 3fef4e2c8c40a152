import { useId, useState } from 'react';

interface StepperProps {
  label: string;
  /** Of the buttons, which say whose number they change. */
  less: string;
  more: string;
  value: number;
  onChange: (value: number) => void;
  least?: number;
  most: number;
}

/** A number that is counted rather than typed: a tap or an arrow key adds one. */
export function Stepper({ label, less, more, value, onChange, least = 0, most }: StepperProps) {
  const id = useId();
  // While it is typed it may be anything, as the 1 of 12 where two are the least; once left it is a number again.
  const [typed, setTyped] = useState<string>();
  function read(text: string): void {
    setTyped(text);
    const number = text === '' ? least : Number(text);
    if (Number.isInteger(number) && number >= least && number <= most) onChange(number);
  }
  const button = 'h-11 w-[38px] shrink-0 text-2xl leading-none font-semibold text-primary hover:bg-primary-soft disabled:text-edge sm:w-11';
  return (
    <div className="flex min-w-0 flex-col justify-end gap-1">
      <label htmlFor={id} className="text-sm leading-snug font-semibold">
        {label}
      </label>
      <div className="flex w-fit items-center overflow-hidden rounded-xl border border-edge bg-card">
        {/* The arrow keys do the same, so Tab goes from number to number. */}
        <button
          type="button"
          tabIndex={-1}
          aria-label={less}
          disabled={value <= least}
          className={button}
          onClick={() => onChange(value - 1)}
        >
          −
        </button>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          dir="ltr"
          min={least}
          max={most}
          value={typed ?? value}
          onFocus={(event) => event.target.select()}
          onBlur={() => setTyped(undefined)}
          onChange={(event) => read(event.target.value)}
          className={`h-11 w-11 border-x border-line text-center font-semibold tabular-nums [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none ${value > 0 ? 'bg-primary-soft' : ''}`}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-label={more}
          disabled={value >= most}
          className={button}
          onClick={() => onChange(value + 1)}
        >
          +
        </button>
      </div>
    </div>
  );
}
