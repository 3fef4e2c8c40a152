import { Card, Notice } from '../../../../ui/card.tsx';
import { Done, useActs } from '../../../../workspace/acts.tsx';
import { useT } from '../../../../workspace/language.tsx';
import { WrittenOf } from '../../../minutes/screens/written-of.tsx';
import { Text } from '../../../screens/parts/told.tsx';
import { useStanding } from '../../../screens/standing.ts';
import type { MeetingView } from '../../contract.ts';
import { isOpen } from '../../rules.ts';
import { CameTotals } from '../parts/came-totals.tsx';
import { MeetingPage } from '../parts/meeting-page.tsx';
import { ReadingOne } from '../parts/reading-one.tsx';
import { MeetingActs } from './acts.tsx';
import { Agenda } from './agenda.tsx';
import { Documents } from './documents.tsx';
import { Groups } from './groups.tsx';
import { OwnAnswer } from './own-answer.tsx';

export function MeetingScreen() {
  return <ReadingOne<MeetingView> kind="meetings">{(it) => <Meeting it={it} />}</ReadingOne>;
}

/** A meeting as it is prepared, and as those who are asked to it read it. */
function Meeting({ it }: { it: MeetingView }) {
  const t = useT();
  const acts = useActs();
  const { isSpeaker } = useStanding();
  const mayWrite = isSpeaker && it.isOwn && isOpen(it.status);
  return (
    <MeetingPage it={it}>
      <Done acts={acts} />
      {it.status === 'cancelled' && it.reason && (
        <Notice tone="bad">
          <p className="font-semibold">{t('meeting.cancelled_because')}</p>
          <p dir="auto">{it.reason}</p>
        </Notice>
      )}
      <OwnAnswer it={it} acts={acts} />
      <MeetingActs it={it} acts={acts} />
      <WrittenOf meetingId={it.id} status={it.status} isOwn={it.isOwn} isAsked={it.mine !== null && it.mine.status !== 'declined'} />
      {(it.purpose ?? it.summary ?? it.link ?? it.sourceUrl) && (
        <Card>
          {it.purpose && (
            <section>
              <h2 className="text-base">{t('meeting.purpose')}</h2>
              <Text told={it.purpose} />
            </section>
          )}
          {it.summary && <Text told={it.summary} />}
          {it.link && (
            <p>
              <a href={it.link} className="text-primary underline underline-offset-4" rel="noreferrer" target="_blank">
                {t('meeting.join')}
              </a>
            </p>
          )}
          {it.sourceUrl && (
            <p>
              <a href={it.sourceUrl} className="text-primary underline underline-offset-4" rel="noreferrer" target="_blank">
                {t('meeting.source')}
              </a>
            </p>
          )}
        </Card>
      )}
      {it.came.all > 0 && (
        <Card>
          <CameTotals it={it} />
        </Card>
      )}
      <Agenda it={it} acts={acts} mayWrite={mayWrite} />
      <Groups it={it} acts={acts} mayWrite={mayWrite} />
      <Documents it={it} acts={acts} mayWrite={mayWrite} />
    </MeetingPage>
  );
}
