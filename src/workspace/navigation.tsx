import { Navigate } from 'react-router';
import { NotFoundScreen } from './broken-screen.tsx';
import { type Role, useSession } from './session.tsx';

interface Place {
  to: string;
  /** Translation key. */
  label: string;
  roles: readonly Role[];
  /** Addresses that belong to it without standing under it. */
  also?: readonly string[];
}
/** Where each role may go; the first place of a role is its home. */
export const places: readonly Place[] = [
  { to: '/cell', label: 'navigation.cell', roles: ['cell_manager'] },
  { to: '/desk', label: 'navigation.desk', roles: ['agent', 'cell_manager'] },
  { to: '/follow-up', label: 'navigation.follow_up', roles: ['agent', 'cell_manager'], also: ['/cases', '/letters'] },
  { to: '/people', label: 'navigation.people', roles: ['agent', 'cell_manager'] },
  { to: '/register', label: 'navigation.register', roles: ['cell_manager'], also: ['/exports'] },
  { to: '/inbox', label: 'navigation.inbox', roles: ['agent', 'cell_manager', 'partner'] },
  { to: '/totals', label: 'navigation.totals', roles: ['coordinator'] },
  { to: '/members', label: 'navigation.members', roles: ['administrator'] },
  { to: '/directory', label: 'navigation.directory', roles: ['programme', 'coordinator'] },
  {
    to: '/thread',
    label: 'navigation.thread',
    roles: ['agent', 'cell_manager', 'partner', 'plan_officer', 'project_holder', 'programme', 'coordinator'],
  },
  {
    to: '/plans',
    label: 'navigation.plans',
    roles: ['agent', 'cell_manager', 'partner', 'plan_officer', 'project_holder', 'programme', 'coordinator'],
  },
  { to: '/directory/imports', label: 'navigation.imports', roles: ['administrator'] },
  { to: '/our-services', label: 'navigation.our_services', roles: ['partner', 'agent', 'cell_manager'] },
  { to: '/guide', label: 'navigation.guide', roles: ['cell_manager', 'programme'] },
  {
    to: '/actors',
    label: 'navigation.actors',
    roles: ['agent', 'cell_manager', 'partner', 'plan_officer', 'project_holder', 'programme', 'coordinator', 'administrator'],
  },
  { to: '/coverage', label: 'navigation.coverage', roles: ['programme', 'coordinator'] },
  { to: '/cell/start', label: 'navigation.cell_start', roles: ['programme'] },
  { to: '/cell/scores', label: 'navigation.cell_scores', roles: ['coordinator', 'programme'] },
];
export const placesFor = (roles: ReadonlySet<Role>): readonly Place[] => places.filter((p) => p.roles.some((r) => roles.has(r)));

export const isAt = (place: Place, pathname: string): boolean =>
  [place.to, ...(place.also ?? [])].some((address) => pathname === address || pathname.startsWith(`${address}/`));

export function Home() {
  const home = placesFor(useSession().roles)[0];
  return home ? <Navigate to={home.to} replace /> : <NotFoundScreen />;
}
