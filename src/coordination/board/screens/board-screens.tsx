import { type ComponentType, lazy, Suspense } from 'react';
import { type RouteObject, useRoutes } from 'react-router';
import { NotFoundScreen } from '../../../workspace/broken-screen.tsx';
import { Waiting } from '../../../workspace/page.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { boardTexts } from './messages/index.ts';

function screen(load: () => Promise<ComponentType>) {
  const Screen = lazy(async () => ({ default: await load() }));
  return <Screen />;
}
const routes: RouteObject[] = [
  { index: true, element: screen(async () => (await import('./board-screen.tsx')).BoardScreen) },
  { path: 'list', element: screen(async () => (await import('./list-screen.tsx')).ListScreen) },
  { path: 'calendar', element: screen(async () => (await import('./calendar-screen.tsx')).CalendarScreen) },
  { path: 'map', element: screen(async () => (await import('./map-screen.tsx')).MapScreen) },
  { path: 'matrix', element: screen(async () => (await import('./matrix-screen.tsx')).MatrixScreen) },
  { path: 'agenda', element: screen(async () => (await import('./agenda-screen.tsx')).AgendaScreen) },
  { path: '*', element: <NotFoundScreen /> },
];

/** The region's actions seen together, with their own words. */
export function BoardScreens() {
  return (
    <RoomTexts catalogues={boardTexts}>
      <Suspense fallback={<Waiting />}>{useRoutes(routes)}</Suspense>
    </RoomTexts>
  );
}
