import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';

interface DisclosureProps {
  label: string;
  button: ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A button and what it opens beneath itself. Escape, a press elsewhere and leaving with Tab close it. */
export function Disclosure({ label, button, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  function close(): void {
    setOpen(false);
    opener.current?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its own button and links let through.
    <div
      className="relative"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <Button
        ref={opener}
        look="quiet"
        className="mx-0! no-underline!"
        aria-label={label}
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {button}
      </Button>
      {isOpen && (
        <div className="absolute end-0 top-full z-40 w-80 max-w-[94vw] rounded-xl border border-line bg-card p-2 shadow-lg">
          {children(close)}
        </div>
      )}
    </div>
  );
}
