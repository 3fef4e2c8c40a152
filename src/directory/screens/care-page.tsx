import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { useCarePlace, useIsEditor } from './place.ts';

interface CarePageProps {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  /** Where the way back leads, when not to the first screen of this place. */
  back?: { to: string; label: string };
  children: ReactNode;
}

/** A screen one comes to from the board or from one's services, with the way back before everything else. Who may not read the board has none. */
export function CarePage({ back, children, ...page }: CarePageProps) {
  const t = useT();
  const place = useCarePlace();
  const mayGoBack = useIsEditor() || place !== '/directory' || back !== undefined;
  const { to, label } = back ?? { to: place, label: t(place === '/directory' ? 'care.back_to_board' : 'care.back_to_services') };
  return (
    <Page {...page}>
      {mayGoBack && (
        <nav aria-label={t('care.back')} className="no-print -mt-4">
          <Link to={to} className="inline-flex min-h-11 items-center gap-2 font-semibold text-primary underline underline-offset-4">
            <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 rtl:-scale-x-100">
              <path d="M10.5 3l-5 5 5 5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
            </svg>
            {label}
          </Link>
        </nav>
      )}
      {children}
    </Page>
  );
}
