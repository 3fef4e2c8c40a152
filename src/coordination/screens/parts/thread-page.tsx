import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';

interface ThreadPageProps {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  /** Where the way back leads, when not to the whole thread. */
  back?: { to: string; label: string };
  children: ReactNode;
}

/** A screen one comes to from the thread, with the way back before everything else. */
export function ThreadPage({ back, children, ...page }: ThreadPageProps) {
  const t = useT();
  const { to, label } = back ?? { to: '/thread', label: t('thread.back') };
  return (
    <Page {...page}>
      <nav aria-label={t('thread.way')} className="no-print -mt-4">
        <Link to={to} className="inline-flex min-h-11 items-center gap-2 font-semibold text-primary underline underline-offset-4">
          <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 rtl:-scale-x-100">
            <path d="M10.5 3l-5 5 5 5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          {label}
        </Link>
      </nav>
      {children}
    </Page>
  );
}
