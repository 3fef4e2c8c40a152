import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Notice } from '../ui/card.tsx';
import { useT } from './language.tsx';
import { isOnItsWay } from './outbox/pending.ts';
import type { Change } from './outbox/sender.ts';
import { useSession } from './session.tsx';

export interface Acts {
  /** Sends one change or several and keeps the words that say what was done. */
  act: (change: Change | readonly Change[], said: string) => Promise<void>;
  last: { changes: Change[]; said: string } | undefined;
  /** Whether a change about this very thing is on its way: its buttons wait. */
  isSending: (kind: string, subject: Record<string, string>) => boolean;
}

/** What a screen's buttons do, and what it says once they did. */
export function useActs(): Acts {
  const { send, outbox } = useSession();
  const [last, setLast] = useState<Acts['last']>();
  return {
    last,
    act: async (change, said) => {
      const changes = [change].flat();
      await send(...changes);
      setLast({ changes, said });
    },
    isSending: (kind, subject) => isOnItsWay(outbox, kind, subject),
  };
}

/**
 * What was just done, read aloud; on its way, or refused, while it is. What was acted on often leaves the screen, so the reader is taken here.
 * `instead`: what came of it, where that turned out otherwise.
 */
export function Done({ acts: { last }, instead }: { acts: Acts; instead?: string | undefined }) {
  const t = useT();
  const { outbox } = useSession();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (last) place.current?.focus();
  }, [last]);
  const payloads = last?.changes.map(({ payload }) => JSON.stringify(payload)) ?? [];
  const left = outbox.filter((e) => payloads.includes(JSON.stringify(e.payload)));
  return (
    <div ref={place} tabIndex={-1} role="status" className="no-print outline-none empty:hidden">
      {last &&
        (left.some((e) => e.state === 'refused') ? (
          <Notice tone="bad">
            <p>
              {t('outbox.not_accepted')}{' '}
              <Link to="/attention" className="underline">
                {t('attention.title')}
              </Link>
            </p>
          </Notice>
        ) : (
          <Notice tone={left.length > 0 ? 'info' : instead ? 'warn' : 'good'}>
            <p>
              {instead ?? last.said} {left.length > 0 && t('outbox.leaves')}
            </p>
          </Notice>
        ))}
    </div>
  );
}
