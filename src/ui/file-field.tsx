import { type ReactNode, useId } from 'react';
import { buttonClass } from './button.tsx';

interface FileFieldProps {
  label: string;
  hint: string;
  /** On the button. */
  choose: string;
  /** On a second button, which opens the camera of a telephone. */
  take?: string;
  /** What is chosen, in words. */
  chosen: ReactNode;
  /** Endings, with commas between. */
  accept: string;
  error?: string | undefined;
  isDisabled?: boolean;
  onChoose: (file: File) => void;
}

/** Chooses one file of the device. The words are ours: those of the browser are in its own language. */
export function FileField({ label, hint, choose, take, chosen, accept, error, isDisabled = false, onChoose }: FileFieldProps) {
  const id = useId();
  const picker = {
    labelId: `${id}-label`,
    describedBy: `${id}-hint ${id}-chosen`,
    errorId: error === undefined ? undefined : `${id}-error`,
    accept,
    isDisabled,
    onChoose,
  };
  return (
    <div className="flex flex-col gap-1" data-invalid={error === undefined ? undefined : true}>
      <span id={`${id}-label`} className="font-semibold">
        {label}
      </span>
      <div className="flex flex-wrap items-center gap-3">
        {take !== undefined && <Picker {...picker} words={take} isCamera />}
        <Picker {...picker} words={choose} />
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

interface PickerProps extends Pick<FileFieldProps, 'accept' | 'isDisabled' | 'onChoose'> {
  words: string;
  labelId: string;
  describedBy: string;
  errorId: string | undefined;
  isCamera?: boolean;
}

/** One button that gives a file. */
function Picker({ words, labelId, describedBy, errorId, accept, isDisabled, isCamera = false, onChoose }: PickerProps) {
  const id = useId();
  return (
    <label
      className={buttonClass(
        'second',
        `relative cursor-pointer has-disabled:cursor-default has-disabled:opacity-60 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary ${
          // Where there is no finger there is no camera to hold over a paper.
          isCamera ? 'pointer-fine:hidden' : ''
        }`,
      )}
    >
      <span id={id}>{words}</span>
      <input
        type="file"
        accept={isCamera ? 'image/*' : accept}
        capture={isCamera ? 'environment' : undefined}
        disabled={isDisabled}
        aria-labelledby={`${labelId} ${id}`}
        aria-describedby={errorId ? `${describedBy} ${errorId}` : describedBy}
        aria-invalid={errorId !== undefined}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onChoose(file);
          // Chosen again after it was corrected, the same file is looked at again.
          event.target.value = '';
        }}
      />
    </label>
  );
}
