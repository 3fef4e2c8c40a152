import { type ComponentType, lazy, Suspense } from 'react';
import { type RouteObject, useRoutes } from 'react-router';
import { NotFoundScreen } from '../../../workspace/broken-screen.tsx';
import { Waiting } from '../../../workspace/page.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { cellTexts } from './messages/index.ts';

/** Each screen is fetched when it is first opened. */
function screen(load: () => Promise<ComponentType>) {
  const Screen = lazy(async () => ({ default: await load() }));
  return <Screen />;
}
const elsewhere: RouteObject[] = [{ path: '*', element: <NotFoundScreen /> }];
const ofHead: RouteObject[] = [
  { index: true, element: screen(async () => (await import('./today-screen.tsx')).TodayScreen) },
  { path: 'cases', element: screen(async () => (await import('./cases-screen.tsx')).CasesScreen) },
  { path: 'team', element: screen(async () => (await import('./team-screen.tsx')).TeamScreen) },
  { path: 'handover', element: screen(async () => (await import('./handover-screen.tsx')).HandoverScreen) },
  { path: 'setup', element: screen(async () => (await import('./setup/setup-screen.tsx')).SetupScreen) },
  { path: 'assessment', element: screen(async () => (await import('./assessment/assessment-screen.tsx')).AssessmentScreen) },
];
const start: RouteObject = { path: 'start', element: screen(async () => (await import('./setup/start-screen.tsx')).StartScreen) };
const scores: RouteObject = { path: 'scores', element: screen(async () => (await import('./assessment/scores-screen.tsx')).ScoresScreen) };

/** What the head of a cell opens, what the programme opens to begin one, and what coordinators see of all. */
export function CellScreens() {
  const { roles } = useSession();
  const routes = [
    ...(roles.has('cell_manager') ? ofHead : []),
    ...(roles.has('programme') ? [start] : []),
    ...(roles.has('programme') || roles.has('coordinator') ? [scores] : []),
    ...elsewhere,
  ];
  return (
    <RoomTexts catalogues={cellTexts}>
      <Suspense fallback={<Waiting />}>
        <Chosen key={[...roles].join()} routes={routes} />
      </Suspense>
    </RoomTexts>
  );
}
function Chosen({ routes }: { routes: RouteObject[] }) {
  return useRoutes(routes);
}
