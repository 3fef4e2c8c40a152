import { type ReactNode, useId } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components/TextField';
import { TextArea } from 'react-aria-components/TextArea';
import { useT } from '../workspace/language.tsx';
import { tooMuchIn } from './too-long.ts';

const box = 'w-full rounded-xl border border-edge bg-card px-4 py-2.5 data-invalid:border-bad';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string;
  type?: 'text' | 'email' | 'password' | 'tel' | 'search' | 'date' | 'time' | 'number' | 'url';
  rows?: number;
  /** Which keys a telephone shows. */
  inputMode?: 'numeric';
  autoComplete?: string;
  isRequired?: boolean;
  /** What is longer stays as it was typed, and the field says by how much. */
  maxLength?: number;
  name?: string;
  /** `ltr` for e-mail addresses, telephone numbers and passwords, which keep their order in an Arabic page. */
  dir?: 'ltr' | 'rtl' | 'auto';
}

export function Field({ label, hint, error, rows, dir = 'auto', type = 'text', maxLength, ...rest }: FieldProps) {
  const t = useT();
  const tooMuch = tooMuchIn(rest.value, maxLength);
  const problem = tooMuch > 0 ? t('field.too_long', { count: tooMuch }) : error;
  return (
    <TextField
      {...rest}
      type={type}
      isInvalid={problem !== undefined}
      data-too-long={tooMuch > 0 || undefined}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <Label className="font-semibold">{label}</Label>
      {rows ? <TextArea rows={rows} dir={dir} className={box} /> : <Input dir={dir} className={`${box} min-h-11`} />}
      {hint && (
        <Text slot="description" className="text-sm text-quiet">
          {hint}
        </Text>
      )}
      <FieldError className="font-semibold text-bad">{problem}</FieldError>
    </TextField>
  );
}

interface SelectProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
  hideLabel?: boolean;
}

/** The system's own list: the one every phone and screen reader already knows. */
export function NativeSelect({ label, value, onChange, children, hideLabel = false }: SelectProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      {/* Beside the list, not around it: a label around it would be read with every choice in it. */}
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-semibold'}>
        {label}
      </label>
      <span className="relative">
        <select
          id={id}
          value={value}
          onChange={(e) => onChange(e.target.value)}
          className={`${box} min-h-11 appearance-none pe-11 text-ellipsis`}
        >
          {children}
        </select>
        <svg aria-hidden="true" viewBox="0 0 16 16" className="pointer-events-none absolute inset-y-0 end-4 my-auto size-4 text-primary">
          <path d="M3 5.5l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </span>
    </div>
  );
}
