import type { ReactNode } from 'react';

export function Loading({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="flex items-center gap-3 py-6 text-quiet">
      <span aria-hidden="true" className="size-5 animate-spin rounded-full border-2 border-line border-t-primary" />
      {children}
    </p>
  );
}

/** Nothing to show: says what this place is for and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-dashed border-edge px-6 py-10 text-center">
      <svg aria-hidden="true" viewBox="0 0 48 48" className="size-12 text-primary">
        <path d="M8 42V22a16 16 0 0 1 32 0v20" fill="none" stroke="currentColor" strokeWidth="3" />
        <path d="M16 42V26a8 8 0 0 1 16 0v16M4 42h40" fill="none" stroke="currentColor" strokeWidth="3" />
      </svg>
      <p className="font-bold">{title}</p>
      {children && <div className="max-w-prose text-quiet">{children}</div>}
    </div>
  );
}
