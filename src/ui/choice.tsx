import type { ReactNode } from 'react';
import { Checkbox, CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label, Radio, RadioGroup, Text } from 'react-aria-components/RadioGroup';

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
  `group relative flex min-h-11 cursor-pointer items-center border border-edge bg-card leading-snug ${shape[size]} data-hovered:border-primary data-hovered:bg-primary-soft data-selected:border-primary data-selected:bg-primary data-selected:text-white data-disabled:opacity-60`;

/** A second sign beside the colour, for black and white. It takes no room when it comes: nothing moves under the finger. */
function Mark({ size, corner }: { size: Size; corner: string }) {
  const place =
    size === 'row'
      ? `size-5 border-2 border-edge text-transparent ${corner} group-data-selected:border-white`
      : 'absolute -top-1.5 -end-1.5 hidden size-5 rounded-full border-2 border-card bg-primary-deep group-data-selected:block';
  return (
    <span className={`shrink-0 group-data-selected:text-white ${place}`}>
      <svg aria-hidden="true" viewBox="0 0 16 16">
        <path d="M3.5 8.5l3 3 6-6.5" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}
function Words({ option }: { option: Option }) {
  return (
    <span className="flex min-w-0 flex-col">
      <span className="font-medium">{option.label}</span>
      {option.detail && <span className="text-sm opacity-90">{option.detail}</span>}
    </span>
  );
}

interface GroupProps<V extends string> {
  label: string;
  hint?: string;
  error?: string;
  options: readonly Option<V>[];
  size?: Size;
  isRequired?: boolean;
}
/** What both groups tell React Aria: a wrong answer is shown by us, never by the browser's own bubble. */
const groupOf = (error: string | undefined) =>
  ({ isInvalid: error !== undefined, validationBehavior: 'aria', className: 'flex flex-col gap-2' }) as const;

/** The question, its choices, and what is wrong with the answer. */
function Question<V extends string>({
  label,
  hint,
  error,
  options,
  size = 'pill',
  choiceOf,
  corner,
}: GroupProps<V> & { choiceOf: typeof Radio | typeof Checkbox; corner: string }) {
  const Choice = choiceOf;
  return (
    <>
      <Label className="text-base font-bold">{label}</Label>
      {hint && (
        <Text slot="description" className="text-sm text-quiet">
          {hint}
        </Text>
      )}
      <div className={arrangement[size]}>
        {options.map((option) => (
          <Choice key={option.value} value={option.value} className={choiceClass(size)}>
            <Mark size={size} corner={corner} />
            <Words option={option} />
          </Choice>
        ))}
      </div>
      {error && (
        <Text slot="errorMessage" className="font-semibold text-bad">
          {error}
        </Text>
      )}
    </>
  );
}

interface OneProps<V extends string> extends GroupProps<V> {
  value: V | '';
  onChange: (value: V) => void;
}
/** Choose one. Arrow keys move inside, Tab leaves. */
export function ChooseOne<V extends string>({ value, onChange, ...question }: OneProps<V>) {
  // `null`, not an empty string: only then does Tab stop at a group where nothing is chosen yet.
  const chosen = question.options.some((option) => option.value === value) ? value : null;
  return (
    <RadioGroup {...groupOf(question.error)} value={chosen} onChange={(v) => onChange(v as V)} isRequired={question.isRequired}>
      <Question {...question} choiceOf={Radio} corner="rounded-full" />
    </RadioGroup>
  );
}

interface ManyProps<V extends string> extends GroupProps<V> {
  value: readonly V[];
  onChange: (value: V[]) => void;
}
/** Choose any number. Each is its own tab stop, Space toggles. */
export function ChooseMany<V extends string>({ value, onChange, ...question }: ManyProps<V>) {
  return (
    <CheckboxGroup {...groupOf(question.error)} value={[...value]} onChange={(v) => onChange(v as V[])} isRequired={question.isRequired}>
      <Question {...question} choiceOf={Checkbox} corner="rounded-md" />
    </CheckboxGroup>
  );
}
