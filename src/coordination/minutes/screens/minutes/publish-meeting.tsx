import { useMemo, useState } from 'react';
import { translator } from '../../../../platform/i18n/index.ts';
import { Button, buttonClass } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Window } from '../../../../ui/dialog.tsx';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useLanguage } from '../../../../workspace/language.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import { coordinationMessages } from '../../../pages/messages.ts';
import type { MinutesView } from '../../contract.ts';
import { MeetingPage } from '../../pages/meeting-page.tsx';
import type { PublicMeetingView } from '../../public.ts';
import { minutesWords } from '../../words/index.ts';

interface PublishMeetingProps {
  meetingId: string;
  view: MinutesView;
  acts: Acts;
}

/** Whether everyone may read it. The very page that becomes public is shown first. */
export function PublishMeeting({ meetingId, view, acts }: PublishMeetingProps) {
  const { t, language } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const { isPublished } = view;
  const words = t(isPublished ? 'thread.publish.no_more' : 'thread.publish');
  function decide(): Promise<void> {
    setAsking(false);
    const payload = { subjectKind: 'meeting', subjectId: meetingId, publishes: !isPublished };
    return acts.act({ kind: 'coordination.publish', payload }, t(isPublished ? 'thread.publish.taken_back' : 'thread.publish.done'));
  }
  return (
    <Card className="no-print">
      <h2>{t('thread.publish.title')}</h2>
      <p className="text-quiet">{t(isPublished ? 'writing.is_public' : 'writing.is_not_public')}</p>
      <p className="flex flex-wrap gap-3">
        {isPublished && (
          <a className={buttonClass('second')} href={`/${language}/coordination/meetings/${meetingId}`}>
            {t('thread.publish.page')}
          </a>
        )}
        <Button
          look={isPublished ? 'danger' : 'second'}
          isDisabled={acts.isSending('coordination.publish', { subjectId: meetingId })}
          onPress={() => setAsking(true)}
        >
          {words}
        </Button>
      </p>
      <Window
        title={words}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        foot={
          <>
            <Button look="main" onPress={decide}>
              {words}
            </Button>
            <Button onPress={() => setAsking(false)}>{t('workspace.cancel')}</Button>
          </>
        }
      >
        {isPublished ? <p>{t('thread.publish.no_more.text')}</p> : <BecomesPublic meetingId={meetingId} />}
      </Window>
    </Card>
  );
}

function BecomesPublic({ meetingId }: { meetingId: string }) {
  const { t, language } = useLanguage();
  const query = useRead<PublicMeetingView>(`/api/coordination/meetings/${encodeURIComponent(meetingId)}/public`);
  const speak = useMemo(() => translator([coordinationMessages[language], minutesWords[language]], language), [language]);
  return (
    <>
      <p>{t('thread.publish.becomes')}</p>
      <Reading query={query}>
        {(view) => (
          <div className="rounded-xl border border-line p-4 [&_.meta]:flex [&_.meta]:flex-wrap [&_.meta]:gap-x-4 [&_.meta]:text-quiet [&_.said]:whitespace-pre-line [&_h1]:text-2xl [&_h2]:mt-5 [&_h2]:mb-1 [&_li]:border-s-3 [&_li]:border-line [&_li]:ps-3 [&_p]:mb-2 [&_ul]:flex [&_ul]:flex-col [&_ul]:gap-2">
            <MeetingPage t={speak} language={language} view={view} />
          </div>
        )}
      </Reading>
      <p className="text-sm text-quiet">{t('writing.public.stays')}</p>
    </>
  );
}
