import { lazy, Suspense, type ComponentType } from 'react';
import { type RouteObject, useLocation, useRoutes } from 'react-router';
import { NotFoundScreen } from '../../workspace/broken-screen.tsx';
import { Waiting } from '../../workspace/page.tsx';
import { RoomTexts } from '../../workspace/room-texts.tsx';
import { careTexts } from './messages/index.ts';
import { useIsEditor } from './place.ts';

/** Each screen is fetched when it is first opened. */
function screen(load: () => Promise<ComponentType>) {
  const Screen = lazy(async () => ({ default: await load() }));
  return <Screen />;
}
const feedback = screen(async () => (await import('./feedback/feedback-screen.tsx')).FeedbackScreen);
const service = screen(async () => (await import('./services/service-screen.tsx')).ServiceScreen);
const newService = screen(async () => (await import('./services/new-service-screen.tsx')).NewServiceScreen);
const editOrganization = screen(async () => (await import('./services/organization-edit-screen.tsx')).OrganizationEditScreen);
const history = screen(async () => (await import('./history/history-screen.tsx')).HistoryScreen);
const proposals = screen(async () => (await import('./history/proposals-screen.tsx')).ProposalsScreen);

const fileForm = screen(async () => (await import('./imports/file-form-screen.tsx')).FileFormScreen);

const elsewhere: RouteObject[] = [{ path: '*', element: <NotFoundScreen /> }];
/** What both editors and focal points reach, each under their own place. */
const shared: RouteObject[] = [
  { path: 'feedback', element: feedback },
  { path: 'proposals', element: proposals },
  { path: 'services/:serviceId', element: service },
  { path: 'organizations/:organizationId/new', element: newService },
  { path: 'organizations/:organizationId/edit', element: editOrganization },
  { path: 'history/:entity/:id', element: history },
  ...elsewhere,
];
/** What administrators look after too: which directories come in, and files. The rest of the place is the editors'. */
const imports: RouteObject[] = [
  { path: 'imports', element: screen(async () => (await import('./imports/imports-screen.tsx')).ImportsScreen) },
  { path: 'imports/file', element: fileForm },
  { path: 'imports/files/:fileId', element: screen(async () => (await import('./imports/file-screen.tsx')).FileScreen) },
  { path: 'imports/files/:fileId/again', element: fileForm },
  { path: 'imports/:reportId', element: screen(async () => (await import('./imports/report-screen.tsx')).ReportScreen) },
];
const places: Record<string, RouteObject[]> = {
  directory: [
    { index: true, element: screen(async () => (await import('./board/board-screen.tsx')).BoardScreen) },
    { path: 'overdue/:state', element: screen(async () => (await import('./board/overdue-screen.tsx')).OverdueScreen) },
    { path: 'links', element: screen(async () => (await import('./board/links-screen.tsx')).LinksScreen) },
    { path: 'translations', element: screen(async () => (await import('./board/translations-screen.tsx')).TranslationsScreen) },
    { path: 'queries', element: screen(async () => (await import('./board/queries-screen.tsx')).QueriesScreen) },
    { path: 'words', element: screen(async () => (await import('./board/words-screen.tsx')).WordsScreen) },
    { path: 'calendar', element: screen(async () => (await import('./calendar/calendar-screen.tsx')).CalendarScreen) },
    ...imports,
    { path: 'duplicates', element: screen(async () => (await import('./duplicates/duplicates-screen.tsx')).DuplicatesScreen) },
    { path: 'duplicates/:entity/:a/:b', element: screen(async () => (await import('./duplicates/pair-screen.tsx')).PairScreen) },
    { path: 'merges', element: screen(async () => (await import('./duplicates/merges-screen.tsx')).MergesScreen) },
    { path: 'differences', element: screen(async () => (await import('./board/differences-screen.tsx')).DifferencesScreen) },
    {
      path: 'organizations',
      element: screen(async () => (await import('./services/organizations-screen.tsx')).OrganizationsScreen),
    },
    {
      path: 'organizations/new',
      element: screen(async () => (await import('./services/new-organization-screen.tsx')).NewOrganizationScreen),
    },
    {
      path: 'organizations/:organizationId',
      element: screen(async () => (await import('./services/organization-screen.tsx')).OrganizationScreen),
    },
    ...shared,
  ],
  'our-services': [
    { index: true, element: screen(async () => (await import('./services/our-services-screen.tsx')).OurServicesScreen) },
    ...shared,
  ],
  actors: [{ index: true, element: screen(async () => (await import('./actors/actors-screen.tsx')).ActorsScreen) }, ...elsewhere],
  coverage: [{ index: true, element: screen(async () => (await import('./actors/coverage-screen.tsx')).CoverageScreen) }, ...elsewhere],
};

/** The screens of the directory's care, with their own words. */
export function DirectoryScreens() {
  const [, place = ''] = useLocation().pathname.split('/');
  const isEditor = useIsEditor();
  const routes = place === 'directory' && !isEditor ? [...imports, ...elsewhere] : (places[place] ?? []);
  return (
    <RoomTexts catalogues={careTexts}>
      <Suspense fallback={<Waiting />}>
        <Chosen key={place} routes={routes} />
      </Suspense>
    </RoomTexts>
  );
}
function Chosen({ routes }: { routes: RouteObject[] }) {
  return useRoutes(routes);
}
