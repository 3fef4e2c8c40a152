import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';

/** A form about one procedure, with the way back to all of them. */
export function GuidePage({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  const t = useT();
  return (
    <Page title={title} intro={intro}>
      <nav aria-label={t('guide.back')} className="no-print -mt-4">
        <Link to="/guide" className="inline-flex min-h-11 items-center gap-2 font-semibold text-primary underline underline-offset-4">
          <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 rtl:-scale-x-100">
            <path d="M10.5 3l-5 5 5 5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          {t('guide.back')}
        </Link>
      </nav>
      {children}
    </Page>
  );
}
