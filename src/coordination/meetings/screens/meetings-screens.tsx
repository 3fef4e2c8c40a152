import { type ComponentType, lazy, Suspense } from 'react';
import { type RouteObject, useRoutes } from 'react-router';
import { NotFoundScreen } from '../../../workspace/broken-screen.tsx';
import { Waiting } from '../../../workspace/page.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useStanding } from '../../screens/standing.ts';
import { meetingTexts } from './messages/index.ts';

/** Each screen is fetched when it is first opened. */
function screen(load: () => Promise<ComponentType>) {
  const Screen = lazy(async () => ({ default: await load() }));
  return <Screen />;
}
/** What only those who speak for their organisation write. */
const speaking: RouteObject[] = [
  { path: 'new', element: screen(async () => (await import('./new-meeting-screen.tsx')).NewMeetingScreen) },
  { path: 'bodies/new', element: screen(async () => (await import('./bodies/new-body-screen.tsx')).NewBodyScreen) },
  { path: ':id/invited', element: screen(async () => (await import('./invited/invited-screen.tsx')).InvitedScreen) },
  { path: ':id/attendance', element: screen(async () => (await import('./attendance/attendance-screen.tsx')).AttendanceScreen) },
  { path: ':id/code', element: screen(async () => (await import('./attendance/code-screen.tsx')).CodeScreen) },
];
const reading: RouteObject[] = [
  { index: true, element: screen(async () => (await import('./list/meetings-screen.tsx')).MeetingsScreen) },
  { path: 'bodies/:id', element: screen(async () => (await import('./bodies/body-screen.tsx')).BodyScreen) },
  { path: ':id', element: screen(async () => (await import('./prepare/meeting-screen.tsx')).MeetingScreen) },
];
const elsewhere: RouteObject[] = [{ path: '*', element: <NotFoundScreen /> }];

/** Meetings as they are prepared, held and remembered, with their own words. */
export function MeetingsScreens() {
  const { isSpeaker } = useStanding();
  return (
    <RoomTexts catalogues={meetingTexts}>
      <Suspense fallback={<Waiting />}>
        <Chosen key={String(isSpeaker)} routes={[...(isSpeaker ? speaking : []), ...reading, ...elsewhere]} />
      </Suspense>
    </RoomTexts>
  );
}
function Chosen({ routes }: { routes: RouteObject[] }) {
  return useRoutes(routes);
}
