import { attachmentTexts } from '../../cases/screens/attachments/messages/index.ts';
import { registerTexts } from '../../cases/register/screens/messages/index.ts';
import { caseTexts } from '../../cases/screens/messages/index.ts';
import { meetingTexts } from '../../coordination/meetings/screens/messages/index.ts';
import { minutesTexts } from '../../coordination/minutes/screens/messages/index.ts';
import { threadTexts } from '../../coordination/screens/messages/index.ts';
import { guideTexts } from '../../desk/guide/screens/messages/index.ts';
import { careTexts } from '../../directory/screens/messages/index.ts';
import { peopleTexts } from '../../people/screens/messages/index.ts';
import { planTexts } from '../../plans/screens/messages/index.ts';
import { RoomTexts } from '../room-texts.tsx';
import { AttentionScreen } from './attention-screen.tsx';

/** Refused changes come from every room, so this screen needs the words of each. */
export function AttentionRoute() {
  return (
    <RoomTexts catalogues={careTexts}>
      <RoomTexts catalogues={attachmentTexts}>
        <RoomTexts catalogues={peopleTexts}>
          <RoomTexts catalogues={caseTexts}>
            <RoomTexts catalogues={guideTexts}>
              <RoomTexts catalogues={registerTexts}>
                <RoomTexts catalogues={threadTexts}>
                  <RoomTexts catalogues={minutesTexts}>
                    <RoomTexts catalogues={meetingTexts}>
                      <RoomTexts catalogues={planTexts}>
                        <AttentionScreen />
                      </RoomTexts>
                    </RoomTexts>
                  </RoomTexts>
                </RoomTexts>
              </RoomTexts>
            </RoomTexts>
          </RoomTexts>
        </RoomTexts>
      </RoomTexts>
    </RoomTexts>
  );
}
