import type { ReactNode } from 'react';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { WayBack } from '../../../workspace/way-back.tsx';

/** A form about one procedure, with the way back to all of them. */
export function GuidePage({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  const t = useT();
  return (
    <Page title={title} intro={intro}>
      <WayBack to="/guide" label={t('guide.back')}>
        {t('guide.back')}
      </WayBack>
      {children}
    </Page>
  );
}
