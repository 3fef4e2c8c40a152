import { type ReactNode, useEffect, useRef } from 'react';

/** How a way to go looks, and the one that was gone. */
export const placeClass = ({ isActive }: { isActive: boolean }): string =>
  `inline-flex min-h-11 items-center rounded-full border px-4 font-semibold whitespace-nowrap max-sm:px-3 max-sm:text-sm ${isActive ? 'border-primary bg-primary text-white' : 'border-edge bg-card hover:border-primary'}`;

interface PlaceRowProps {
  /** Names the navigation for those who hear it. */
  label: string;
  /** Where one is: what of the row is in sight follows it. */
  at: string;
  className?: string;
  children: ReactNode;
}

/** Ways to go, as list items. On a telephone one row that is pushed aside, with the place one is at in sight: four rows of it left little of the screen. */
export function PlaceRow({ label, at, className = '', children }: PlaceRowProps) {
  const row = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place one is at changes with the address.
  useEffect(() => {
    row.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [at]);
  return (
    <nav aria-label={label} className="no-print min-w-0 basis-full">
      <ul ref={row} className={`flex max-sm:overflow-x-auto max-sm:[scrollbar-width:none] sm:flex-wrap ${className}`}>
        {children}
      </ul>
    </nav>
  );
}
