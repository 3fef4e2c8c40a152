interface TickProps {
  label: string;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}

/** One yes or no. */
export function Tick({ label, isChosen, onChange }: TickProps) {
  return (
    <label className="flex min-h-11 w-fit cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 shrink-0 accent-primary"
      />
      <span>{label}</span>
    </label>
  );
}
