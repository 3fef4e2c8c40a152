import { type RouteObject, useRoutes } from 'react-router';
import { NotFoundScreen } from '../../../workspace/broken-screen.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { AdjustScreen } from './adjust-screen.tsx';
import { AllProceduresScreen } from './all-procedures-screen.tsx';
import { guideTexts } from './messages/index.ts';
import { WriteScreen } from './write-screen.tsx';

const routes: RouteObject[] = [
  { index: true, element: <AllProceduresScreen /> },
  { path: ':procedureId/adjust', element: <AdjustScreen /> },
  { path: ':procedureId/edit', element: <WriteScreen /> },
  { path: '*', element: <NotFoundScreen /> },
];

/** Every procedure, and the forms of those who keep them. */
export function GuideScreens() {
  return (
    <RoomTexts catalogues={guideTexts}>
      <Chosen />
    </RoomTexts>
  );
}
function Chosen() {
  return useRoutes(routes);
}
