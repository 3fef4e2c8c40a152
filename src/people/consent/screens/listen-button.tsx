import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { type ConsentPurpose, type SpokenText, textVersion } from '../../lists.ts';
import type { ConsentAudioAnswer } from '../contract.ts';

/** The cell's recording of these very words, if it made one. */
export function ListenButton({ purpose, language }: { purpose: ConsentPurpose; language: SpokenText }) {
  const query = useRead<ConsentAudioAnswer>('/api/people/consent/audio');
  const found = query.data?.audio.find((a) => a.purpose === purpose && a.language === language && a.version === textVersion);
  // Another text is another player: the voice of the one before stops.
  return found ? <Player key={found.fileId} fileId={found.fileId} /> : null;
}

function Player({ fileId }: { fileId: string }) {
  const t = useT();
  const { organizationId = '' } = useSession();
  const player = useRef<HTMLAudioElement>(null);
  const [state, setState] = useState<'still' | 'playing' | 'failed'>('still');
  useEffect(() => {
    const audio = player.current;
    return () => audio?.pause();
  }, []);
  function press(): void {
    const audio = player.current;
    if (!audio) return;
    if (state === 'playing') {
      audio.pause();
      audio.currentTime = 0;
      setState('still');
      return;
    }
    audio.play().then(
      () => setState('playing'),
      () => setState('failed'),
    );
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: its words stand beside it on the screen. */}
      <audio
        ref={player}
        preload="none"
        src={`/api/people/consent/audio/${fileId}?organization=${organizationId}`}
        onEnded={() => setState('still')}
      />
      <Button onPress={press}>{t(state === 'playing' ? 'consent.stop_listening' : 'consent.listen')}</Button>
      {state === 'failed' && (
        <Notice tone="warn" live>
          {t('consent.listen.failed')}
        </Notice>
      )}
    </>
  );
}
