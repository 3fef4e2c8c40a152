import { type ComponentType, lazy, Suspense } from 'react';
import { type RouteObject, useRoutes } from 'react-router';
import { NotFoundScreen } from '../../workspace/broken-screen.tsx';
import { Waiting } from '../../workspace/page.tsx';
import { RoomTexts } from '../../workspace/room-texts.tsx';
import { threadTexts } from './messages/index.ts';
import { useStanding } from './standing.ts';

/** Each screen is fetched when it is first opened. */
function screen(load: () => Promise<ComponentType>) {
  const Screen = lazy(async () => ({ default: await load() }));
  return <Screen />;
}
const reading: RouteObject[] = [
  { index: true, element: screen(async () => (await import('./thread/thread-screen.tsx')).ThreadScreen) },
  { path: 'told', element: screen(async () => (await import('./told-screen.tsx')).ToldScreen) },
  { path: 'recommendations/:id', element: screen(async () => (await import('./recommendation-screen.tsx')).RecommendationScreen) },
  { path: 'actions/:id', element: screen(async () => (await import('./action/action-screen.tsx')).ActionScreen) },
  { path: 'findings/new', element: screen(async () => (await import('./writing/new-finding-screen.tsx')).NewFindingScreen) },
  { path: 'board/*', element: screen(async () => (await import('../board/screens/board-screens.tsx')).BoardScreens) },
  { path: 'meetings/*', element: screen(async () => (await import('../meetings/screens/meetings-screens.tsx')).MeetingsScreens) },
  { path: 'findings/:id', element: screen(async () => (await import('./finding-screen.tsx')).FindingScreen) },
];
/** What only those who speak for their organisation write. */
const speaking: RouteObject[] = [
  {
    path: 'recommendations/new',
    element: screen(async () => (await import('./writing/new-recommendation-screen.tsx')).NewRecommendationScreen),
  },
  { path: 'actions/new', element: screen(async () => (await import('./writing/new-action-screen.tsx')).NewActionScreen) },
];
const elsewhere: RouteObject[] = [{ path: '*', element: <NotFoundScreen /> }];

/** The thread from what was said to what was done, with its own words. */
export function ThreadScreens() {
  const { isMember, isSpeaker } = useStanding();
  const routes = [...(isSpeaker ? speaking : []), ...(isMember ? reading : []), ...elsewhere];
  return (
    <RoomTexts catalogues={threadTexts}>
      <Suspense fallback={<Waiting />}>
        <Chosen key={String(isSpeaker)} routes={routes} />
      </Suspense>
    </RoomTexts>
  );
}
function Chosen({ routes }: { routes: RouteObject[] }) {
  return useRoutes(routes);
}
