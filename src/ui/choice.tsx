import { type ReactNode, useId } from 'react';
import { choiceKeys } from './choice-keys.ts';

export interface Option<V extends string = string> {
  value: V;
  label: string;
  detail?: ReactNode;
}
type Size = 'pill' | 'tile' | 'row';
const shape: Record<Size, string> = {
  pill: 'rounded-full px-4 py-2',
  tile: 'rounded-xl px-2.5 py-2.5 text-[0.94rem] hyphens-auto sm:px-4 sm:py-3 sm:text-base',
  row: 'rounded-xl px-4 py-3 w-full gap-3',
};
const arrangement: Record<Size, string> = {
  pill: 'flex flex-wrap gap-2',
  // 140 px hold the longest word, so that none is cut in two on a telephone.
  tile: 'grid grid-cols-[repeat(auto-fill,minmax(140px,1fr))] gap-2 sm:grid-cols-3',
  row: 'flex flex-col gap-2',
};
const choiceClass = (size: Size) =>
  `group relative flex min-h-11 cursor-pointer items-center border border-edge bg-card leading-snug ${shape[size]} hover:border-primary hover:bg-primary-soft has-checked:border-primary has-checked:bg-primary has-checked:text-white has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary`;

/** A second sign beside the colour, for black and white. It takes no room when it comes: nothing moves under the finger. */
function Mark({ size, corner }: { size: Size; corner: string }) {
  const place =
    size === 'row'
      ? `size-5 border-2 border-edge text-transparent ${corner} group-has-checked:border-white`
      : 'absolute -top-1.5 -end-1.5 hidden size-5 rounded-full border-2 border-card bg-primary-deep group-has-checked:block';
  return (
    <span className={`shrink-0 group-has-checked:text-white ${place}`}>
      <svg aria-hidden="true" viewBox="0 0 16 16">
        <path d="M3.5 8.5l3 3 6-6.5" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}

interface GroupProps<V extends string> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  options: readonly Option<V>[];
  size?: Size;
  isRequired?: boolean | undefined;
  /** One stop for Tab, arrows inside, however many may be chosen. */
  isLongList?: boolean;
}
interface QuestionProps<V extends string> extends GroupProps<V> {
  type: 'radio' | 'checkbox';
  isChosen: (value: V) => boolean;
  onChoose: (value: V, isChosen: boolean) => void;
}

/**
 * The question, its choices, and what is wrong with the answer. The choices are the browser's own: an old computer feels sixty
 * that are more. A wrong answer is shown by us, never by the browser's bubble.
 */
function Question<V extends string>({
  label,
  hint,
  error,
  options,
  size = 'pill',
  isRequired = false,
  isLongList = false,
  type,
  isChosen,
  onChoose,
}: QuestionProps<V>) {
  const id = useId();
  const isRadio = type === 'radio';
  const isWrong = error !== undefined || undefined;
  const group = {
    role: isRadio ? 'radiogroup' : 'group',
    'aria-labelledby': `${id}-label`,
    'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    'aria-required': (isRadio && isRequired) || undefined,
    'aria-invalid': isRadio ? isWrong : undefined,
    'data-invalid': isWrong,
    onKeyDown: choiceKeys(
      options.map((option) => option.label),
      isLongList,
    ),
  };
  return (
    <div {...group} className="flex flex-col gap-2">
      <span id={`${id}-label`} className="text-base font-bold">
        {label}
      </span>
      {hint && (
        <span id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </span>
      )}
      <div className={arrangement[size]}>
        {options.map((option) => (
          <label key={option.value} className={choiceClass(size)}>
            <input
              type={type}
              name={id}
              checked={isChosen(option.value)}
              aria-invalid={isRadio ? undefined : isWrong}
              onChange={(event) => onChoose(option.value, event.target.checked)}
              className="pointer-events-none absolute inset-0 size-full appearance-none outline-none"
            />
            <Mark size={size} corner={isRadio ? 'rounded-full' : 'rounded-md'} />
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">{option.label}</span>
              {option.detail && <span className="text-sm opacity-90">{option.detail}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <span id={`${id}-error`} className="font-semibold text-bad">
          {error}
        </span>
      )}
    </div>
  );
}

interface OneProps<V extends string> extends GroupProps<V> {
  value: V | '';
  onChange: (value: V) => void;
}
/** Choose one. Arrow keys move inside, Tab leaves. */
export function ChooseOne<V extends string>({ value, onChange, ...question }: OneProps<V>) {
  return <Question {...question} type="radio" isChosen={(v) => v === value} onChoose={onChange} />;
}

interface ManyProps<V extends string> extends GroupProps<V> {
  value: readonly V[];
  onChange: (value: V[]) => void;
}
/** Choose any number. Each is its own tab stop, or in a long list the whole is one; Space toggles. */
export function ChooseMany<V extends string>({ value, onChange, ...question }: ManyProps<V>) {
  return (
    <Question
      {...question}
      type="checkbox"
      isChosen={(v) => value.includes(v)}
      onChoose={(v, isChosen) => onChange(isChosen ? [...value, v] : value.filter((other) => other !== v))}
    />
  );
}
