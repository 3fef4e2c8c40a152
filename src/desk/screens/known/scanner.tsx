import { useEffect, useRef, useState } from 'react';
import { Loading } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { deskTexts } from '../messages/index.ts';
import { referenceIn } from './read-typed.ts';

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
declare global {
  // Not in TypeScript's own list of the browser's things yet; absent in Firefox and on most desks.
  var BarcodeDetector: { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> } | undefined;
}

interface ScannerProps {
  onRead: (text: string) => void;
}
/** Reads the code of a slip with the camera, where the browser can; elsewhere says what works instead. */
export default function Scanner(props: ScannerProps) {
  const t = useT();
  return (
    <RoomTexts catalogues={deskTexts} waiting={<Loading>{t('workspace.loading')}</Loading>}>
      <Camera {...props} />
    </RoomTexts>
  );
}

function Camera({ onRead }: ScannerProps) {
  const t = useT();
  const video = useRef<HTMLVideoElement>(null);
  const [failure, setFailure] = useState<'cannot' | 'refused'>();
  const read = useRef(onRead);
  read.current = onRead;
  useEffect(() => {
    let stream: MediaStream | undefined;
    let stopped = false;
    async function look(): Promise<void> {
      // Some browsers have the detector and no code that it reads.
      const formats = (await globalThis.BarcodeDetector?.getSupportedFormats()) ?? [];
      if (!globalThis.BarcodeDetector || !navigator.mediaDevices || !formats.includes('qr_code')) return setFailure('cannot');
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (stopped || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      const detector = new globalThis.BarcodeDetector({ formats: ['qr_code'] });
      while (!stopped) {
        const found = (await detector.detect(video.current)).map((code) => code.rawValue).find(referenceIn);
        if (found && !stopped) return read.current(found);
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    }
    function stop(): void {
      stopped = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    }
    // No camera, none allowed, or one that another program holds.
    look().catch(() => !stopped && setFailure('refused'));
    return stop;
  }, []);
  if (failure) return <p role="status">{t(`scanner.${failure}`)}</p>;
  return (
    <div className="flex flex-col gap-2">
      <p role="status">{t('scanner.show')}</p>
      <video ref={video} muted playsInline className="aspect-square w-full max-w-xs rounded-xl bg-ink object-cover" />
    </div>
  );
}
