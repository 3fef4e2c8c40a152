import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { PlaceRow, placeClass } from '../../../ui/place-row.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { WayBack } from '../../../workspace/way-back.tsx';
import { addressOf, useNarrowed } from './use-narrowed.ts';

const views = ['', 'list', 'calendar', 'map', 'matrix', 'agenda'] as const;

interface BoardPageProps {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A view of the region's actions, with the way to the others; what was chosen in one holds in the next. */
export function BoardPage({ children, ...page }: BoardPageProps) {
  const t = useT();
  const { pathname } = useLocation();
  const { narrowed } = useNarrowed();
  return (
    <Page {...page} wide>
      <WayBack to="/thread" label={t('thread.way')}>
        {t('thread.back')}
      </WayBack>
      <PlaceRow label={t('board.views')} at={pathname} className="-mt-2 gap-2">
        {views.map((view) => (
          <li key={view} className="shrink-0">
            <NavLink to={addressOf(view ? `/thread/board/${view}` : '/thread/board', narrowed)} end className={placeClass}>
              {t(`board.view.${view || 'board'}`)}
            </NavLink>
          </li>
        ))}
      </PlaceRow>
      {children}
    </Page>
  );
}
