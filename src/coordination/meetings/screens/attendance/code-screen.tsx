import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Words } from '../../../screens/parts/told.tsx';
import { useT } from '../../../../workspace/language.tsx';
import { ReadingOne } from '../parts/reading-one.tsx';
import { ThreadPage } from '../../../screens/parts/thread-page.tsx';
import { useStanding } from '../../../screens/standing.ts';
import type { MeetingView } from '../../contract.ts';
import { useWhen } from '../parts/rows.tsx';

/** The code that people in the room read with their telephone: shown on the wall, or printed. */
export function CodeScreen() {
  return <ReadingOne<MeetingView> kind="meetings">{(it) => <Code it={it} />}</ReadingOne>;
}

function Code({ it }: { it: MeetingView }) {
  const t = useT();
  const when = useWhen();
  const { organizationId } = useStanding();
  const [language, setLanguage] = useState<'fr' | 'ar'>('fr');
  const other = language === 'fr' ? 'ar' : 'fr';
  return (
    <ThreadPage
      title={t('meeting.code.title')}
      back={{ to: `/thread/meetings/${it.id}/attendance`, label: t('meeting.way.attendance') }}
      actions={
        <>
          <Button onPress={() => setLanguage(other)}>{t(`meeting.code.in.${other}`)}</Button>
          <Button look="main" onPress={() => window.print()}>
            {t('meeting.code.print')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col items-center gap-4 rounded-card bg-white p-6 text-center text-ink">
        <p className="text-2xl font-bold">
          <Words told={it.title} />
        </p>
        <p>{when(it)}</p>
        <img
          src={`/api/coordination/meetings/${it.id}/code.svg?language=${language}&organization=${organizationId}`}
          alt={t('meeting.code.alt')}
          className="aspect-square w-full max-w-md"
        />
        <p className="max-w-prose text-lg">{t('meeting.code.words')}</p>
      </div>
    </ThreadPage>
  );
}
