import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { PlaceRow, placeClass } from '../../../ui/place-row.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';

const places = [
  ['/cell', 'today'],
  ['/cell/team', 'team'],
  ['/cell/handover', 'handover'],
  ['/cell/month', 'month'],
  ['/cell/assessment', 'assessment'],
  ['/cell/setup', 'setup'],
  ['/cell/fields', 'fields'],
] as const;

interface CellPageProps {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** A screen of the head of a cell, with the way to the others. */
export function CellPage({ children, ...page }: CellPageProps) {
  const t = useT();
  const { pathname } = useLocation();
  return (
    <Page {...page}>
      <PlaceRow label={t('cell.nav')} at={pathname} className="-mt-2 gap-2">
        {places.map(([to, key]) => (
          <li key={to} className="shrink-0">
            <NavLink to={to} end={to === '/cell'} className={placeClass}>
              {t(`cell.nav.${key}`)}
            </NavLink>
          </li>
        ))}
      </PlaceRow>
      {children}
    </Page>
  );
}
