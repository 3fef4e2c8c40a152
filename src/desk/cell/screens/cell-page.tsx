import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
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
  return (
    <Page {...page}>
      <nav aria-label={t('cell.nav')} className="no-print -mt-2">
        <ul className="flex flex-wrap gap-2">
          {places.map(([to, key]) => (
            <li key={to}>
              <NavLink
                to={to}
                end={to === '/cell'}
                className={({ isActive }) =>
                  `inline-flex min-h-11 items-center rounded-full border px-4 font-semibold max-sm:px-3 max-sm:text-sm ${isActive ? 'border-primary bg-primary text-white' : 'border-edge bg-card hover:border-primary'}`
                }
              >
                {t(`cell.nav.${key}`)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  );
}
