import type { ReactNode } from 'react';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { WayBack } from '../../../workspace/way-back.tsx';

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
      <WayBack to={to} label={t('thread.way')}>
        {label}
      </WayBack>
      {children}
    </Page>
  );
}
