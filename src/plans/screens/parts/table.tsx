import type { ReactNode } from 'react';

interface SheetProps {
  label: string;
  head: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}

/** A table that a narrow screen moves sideways, also by keyboard; its first column stays in sight where there is room. */
export function Sheet({ label, head, children, foot }: SheetProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-xl border border-line [overflow-wrap:normal]">
      <table className="w-full border-collapse text-start [&_td]:whitespace-nowrap [&_td]:p-1.5 [&_th]:p-1.5 [&_th]:text-start [&_th]:font-semibold [&_tr]:border-b [&_tr]:border-line">
        <thead className="bg-sand text-sm">{head}</thead>
        <tbody className="[&_th]:bg-card sm:[&_th]:sticky sm:[&_th]:start-0">{children}</tbody>
        {foot && <tfoot className="bg-paper font-semibold">{foot}</tfoot>}
      </table>
    </section>
  );
}

/** The heading of a column of numbers: it stands over their last digits. */
export function NumberHead({ children, isQuiet = false }: { children: ReactNode; isQuiet?: boolean }) {
  return (
    <th scope="col" className={`text-end! ${isQuiet ? 'text-quiet' : ''}`}>
      {children}
    </th>
  );
}
