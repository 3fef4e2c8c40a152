import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { type RouteObject, useRoutes } from 'react-router';
import { threadTexts } from '../../coordination/screens/index.ts';
import { NotFoundScreen } from '../../workspace/broken-screen.tsx';
import { Waiting } from '../../workspace/page.tsx';
import { RoomTexts } from '../../workspace/room-texts.tsx';
import { planListTexts, planTexts } from './messages/index.ts';
import { useStanding } from './parts/standing.ts';

/** Each screen is fetched when it is first opened. */
function screen(load: () => Promise<ComponentType>) {
  const Screen = lazy(async () => ({ default: await load() }));
  return <Screen />;
}
const reading: RouteObject[] = [
  { index: true, element: screen(async () => (await import('./list/plans-screen.tsx')).PlansScreen) },
  { path: 'library', element: screen(async () => (await import('./list/library-screen.tsx')).LibraryScreen) },
  { path: ':id', element: screen(async () => (await import('./plan/overview-screen.tsx')).OverviewScreen) },
  { path: ':id/needs', element: screen(async () => (await import('./plan/needs-screen.tsx')).NeedsScreen) },
  { path: ':id/sessions', element: screen(async () => (await import('./plan/sessions-screen.tsx')).SessionsScreen) },
  { path: ':id/projects', element: screen(async () => (await import('./plan/projects-screen.tsx')).ProjectsScreen) },
  { path: ':id/projects/:projectId', element: screen(async () => (await import('./plan/project-screen.tsx')).ProjectScreen) },
  { path: ':id/remarks', element: screen(async () => (await import('./plan/remarks-screen.tsx')).RemarksScreen) },
  { path: ':id/checklist', element: screen(async () => (await import('./plan/checklist-screen.tsx')).ChecklistScreen) },
  { path: ':id/years', element: screen(async () => (await import('./plan/years-screen.tsx')).YearsScreen) },
  { path: ':id/versions', element: screen(async () => (await import('./plan/versions-screen.tsx')).VersionsScreen) },
];
/** What only whoever keeps a commune's plan does. */
const writing: RouteObject[] = [
  { path: 'new', element: screen(async () => (await import('./list/begin-screen.tsx')).BeginScreen) },
  { path: ':id/import', element: screen(async () => (await import('../import/screens/import-screen.tsx')).ImportScreen) },
  { path: ':id/publish', element: screen(async () => (await import('./plan/publish-screen.tsx')).PublishScreen) },
];
const elsewhere: RouteObject[] = [{ path: '*', element: <NotFoundScreen /> }];

/** The communes' action plans, with their own words and those of the thread they come from. */
export function PlanScreens() {
  const { isReader, isWriter } = useStanding();
  const routes = [...(isWriter ? writing : []), ...(isReader ? reading : []), ...elsewhere];
  return (
    <PlanTexts>
      <Suspense fallback={<Waiting />}>
        <Chosen key={String(isWriter)} routes={routes} />
      </Suspense>
    </PlanTexts>
  );
}
function PlanTexts({ children }: { children: ReactNode }) {
  return (
    <RoomTexts catalogues={threadTexts}>
      <RoomTexts catalogues={planListTexts}>
        <RoomTexts catalogues={planTexts}>{children}</RoomTexts>
      </RoomTexts>
    </RoomTexts>
  );
}
function Chosen({ routes }: { routes: RouteObject[] }) {
  return useRoutes(routes);
}
