interface OneOfProps<V extends string> {
  legend: string;
  values: readonly V[];
  value: V;
  word: (value: V) => string;
  onChange: (value: V) => void;
}

/** One of a few ways to tell the same. */
export function OneOf<V extends string>({ legend, values, value, word, onChange }: OneOfProps<V>) {
  return (
    <fieldset className="no-print flex flex-wrap gap-2">
      <legend className="sr-only">{legend}</legend>
      {values.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === value}
          onClick={() => onChange(each)}
          className="inline-flex min-h-11 items-center rounded-full border border-edge bg-card px-4 font-semibold hover:border-primary aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-primary-deep"
        >
          {word(each)}
        </button>
      ))}
    </fieldset>
  );
}
