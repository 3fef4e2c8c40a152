import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Notice } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import { isOnItsWay } from '../../workspace/outbox/pending.ts';
import type { Change } from '../../workspace/outbox/sender.ts';
import { useSession } from '../../workspace/session.tsx';

export interface Acts {
  /** Sends a change and keeps the words that say what was done. */
  act: (change: Change, said: string) => Promise<void>;
  last: { change: Change; said: string } | undefined;
  /** Whether a change about this very thing is on its way: its buttons wait. */
  isSending: (kind: string, subject: Record<string, string>) => boolean;
}

/** What a list's buttons do, and what it says once they did. */
export function useActs(): Acts {
  const { send, outbox } = useSession();
  const [last, setLast] = useState<Acts['last']>();
  return {
    last,
    act: async (change, said) => {
      await send(change);
      setLast({ change, said });
    },
    isSending: (kind, subject) => isOnItsWay(outbox, kind, subject),
  };
}

/** What was just done, read aloud. What was acted on often leaves the list, so the reader is taken here. */
export function Done({ acts: { last } }: { acts: Acts }) {
  const t = useT();
  const { outbox } = useSession();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (last) place.current?.focus();
  }, [last]);
  const payload = last && JSON.stringify(last.change.payload);
  const entry = last && outbox.find((e) => e.kind === last.change.kind && JSON.stringify(e.payload) === payload);
  return (
    <div ref={place} tabIndex={-1} role="status" className="empty:hidden">
      {last &&
        (entry?.state === 'refused' ? (
          <Notice tone="bad">
            <p>
              {t('care.refused')}{' '}
              <Link to="/attention" className="underline">
                {t('attention.title')}
              </Link>
            </p>
          </Notice>
        ) : (
          <Notice tone={entry ? 'info' : 'good'}>
            <p>
              {last.said} {entry && t('care.waits')}
            </p>
          </Notice>
        ))}
    </div>
  );
}
