import type { ReactNode } from 'react';
import { useT } from '../../workspace/language.tsx';
import { Page } from '../../workspace/page.tsx';
import { WayBack } from '../../workspace/way-back.tsx';
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
        <WayBack to={to} label={t('care.back')}>
          {label}
        </WayBack>
      )}
      {children}
    </Page>
  );
}
