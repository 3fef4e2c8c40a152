import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { NotFoundScreen } from '../../../workspace/broken-screen.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { registerTexts } from './messages/index.ts';

/** The words and the door of every screen here: what it shows is for the head of a cell. Words of people and cases stand around it already. */
export function RegisterRoom({ children }: { children: ReactNode }) {
  const { roles } = useSession();
  if (!roles.has('cell_manager')) return <NotFoundScreen />;
  return <RoomTexts catalogues={registerTexts}>{children}</RoomTexts>;
}

interface RegisterPageProps {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  back?: { to: string; label: string };
  children: ReactNode;
}

/** A screen with its way back before everything else. */
export function RegisterPage({ back, children, ...page }: RegisterPageProps) {
  const t = useT();
  return (
    <Page {...page}>
      {back && (
        <nav aria-label={t('register.back.label')} className="-mt-4">
          <Link to={back.to} className="inline-flex min-h-11 items-center gap-2 font-semibold text-primary underline underline-offset-4">
            <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 rtl:-scale-x-100">
              <path d="M10.5 3l-5 5 5 5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
            </svg>
            {back.label}
          </Link>
        </nav>
      )}
      {children}
    </Page>
  );
}
