import { type ReactNode, useId } from 'react';
import { buttonClass } from './button.tsx';

interface FileFieldProps {
  label: string;
  hint: string;
  /** On the button. */
  choose: string;
  /** What is chosen, in words. */
  chosen: ReactNode;
  /** Endings, with commas between. */
  accept: string;
  error?: string | undefined;
  isDisabled?: boolean;
  onChoose: (file: File) => void;
}

/** Chooses one file of the device. The words are ours: those of the browser are in its own language. */
export function FileField({ label, hint, choose, chosen, accept, error, isDisabled = false, onChoose }: FileFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1" data-invalid={error === undefined ? undefined : true}>
      <span id={`${id}-label`} className="font-semibold">
        {label}
      </span>
      <div className="flex flex-wrap items-center gap-3">
        <label
          className={buttonClass(
            'second',
            'relative cursor-pointer has-disabled:cursor-default has-disabled:opacity-60 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary',
          )}
        >
          <span id={`${id}-choose`}>{choose}</span>
          <input
            type="file"
            accept={accept}
            disabled={isDisabled}
            aria-labelledby={`${id}-label ${id}-choose`}
            aria-describedby={`${id}-hint ${id}-chosen${error === undefined ? '' : ` ${id}-error`}`}
            aria-invalid={error !== undefined}
            className="sr-only"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) onChoose(file);
              // Chosen again after it was corrected, the same file is looked at again.
              event.target.value = '';
            }}
          />
        </label>
        <span id={`${id}-chosen`} className="min-w-0 wrap-anywhere" aria-live="polite">
          {chosen}
        </span>
      </div>
      <span id={`${id}-hint`} className="text-sm text-quiet">
        {hint}
      </span>
      {error !== undefined && (
        <span id={`${id}-error`} className="font-semibold text-bad">
          {error}
        </span>
      )}
    </div>
  );
}
