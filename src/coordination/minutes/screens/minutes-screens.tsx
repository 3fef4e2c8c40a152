import { lazy, type ReactNode, Suspense } from 'react';
import { NotFoundScreen } from '../../../workspace/broken-screen.tsx';
import { Waiting } from '../../../workspace/page.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { threadTexts } from '../../screens/messages/index.ts';
import { useStanding } from '../../screens/standing.ts';
import { minutesPaperTexts, minutesTexts } from './messages/index.ts';

const LiveScreen = lazy(async () => ({ default: (await import('./live/live-screen.tsx')).LiveScreen }));
const MinutesScreen = lazy(async () => ({ default: (await import('./minutes/minutes-screen.tsx')).MinutesScreen }));
export const LiveRoute = () => (
  <Written>
    <LiveScreen />
  </Written>
);

export const MinutesRoute = () => (
  <Written>
    <MinutesScreen />
  </Written>
);

/** What is written of a meeting, with the words of the thread beside its own. */
function Written({ children }: { children: ReactNode }) {
  const { isMember } = useStanding();
  if (!isMember) return <NotFoundScreen />;
  return (
    <RoomTexts catalogues={threadTexts}>
      <RoomTexts catalogues={minutesTexts}>
        <RoomTexts catalogues={minutesPaperTexts}>
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </RoomTexts>
      </RoomTexts>
    </RoomTexts>
  );
}
