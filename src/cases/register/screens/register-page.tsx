import type { ReactNode } from 'react';
import { NotFoundScreen } from '../../../workspace/broken-screen.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { WayBack } from '../../../workspace/way-back.tsx';
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
        <WayBack to={back.to} label={t('register.back.label')}>
          {back.label}
        </WayBack>
      )}
      {children}
    </Page>
  );
}
