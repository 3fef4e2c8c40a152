import { type ReactNode, useEffect, useRef } from 'react';
import { Loading } from '../ui/state.tsx';
import { useT } from './language.tsx';

interface PageProps {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  /** Whether the heading takes the focus; a form that is filled all day begins at its first question. */
  focusHeading?: boolean;
  children: ReactNode;
}

/** One screen: names the tab and moves the reader's focus to its heading, as a page load would. */
export function Page({ title, intro, actions, wide = false, focusHeading = true, children }: PageProps) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('workspace.name')}`;
  }, [title, t]);
  useEffect(() => {
    if (focusHeading) heading.current?.focus({ preventScroll: true });
  }, [focusHeading]);
  return (
    <main id="main" className={`mx-auto flex w-full flex-col gap-6 px-3 py-6 sm:px-6 sm:py-8 ${wide ? 'max-w-7xl' : 'max-w-4xl'}`}>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {intro && <p className="max-w-prose text-quiet">{intro}</p>}
        </div>
        {actions && (
          // On a telephone those that fit share a row, so that what the screen is for is not pushed out of sight.
          <div className="no-print flex flex-wrap gap-2 max-sm:w-full max-sm:*:grow">{actions}</div>
        )}
      </div>
      {children}
    </main>
  );
}

/** Shown while the session or a screen is still being fetched. */
export function Waiting() {
  const t = useT();
  return (
    <main className="mx-auto max-w-4xl px-3 py-6 sm:px-6">
      <Loading>{t('workspace.loading')}</Loading>
    </main>
  );
}
