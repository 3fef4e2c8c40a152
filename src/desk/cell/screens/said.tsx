import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Notice } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Change } from '../../../workspace/outbox/sender.ts';
import { useSession } from '../../../workspace/session.tsx';

interface Say {
  say: (words: string, ...changes: Change[]) => Promise<void>;
  last: { words: string; payloads: string[] } | undefined;
}

/** Sends changes and keeps the words that say what was done. */
export function useSaid(): Say {
  const { send } = useSession();
  const [last, setLast] = useState<Say['last']>();
  return {
    last,
    say: async (words, ...changes) => {
      await send(...changes);
      setLast({ words, payloads: changes.map(({ payload }) => JSON.stringify(payload)) });
    },
  };
}

/** What was just done, read aloud; on its way, or refused, while it is. What was pressed may be gone, so the reader is taken here. */
export function Said({ said: { last } }: { said: Say }) {
  const t = useT();
  const { outbox } = useSession();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (last) place.current?.focus();
  }, [last]);
  const left = outbox.filter((e) => last?.payloads.includes(JSON.stringify(e.payload)));
  const isRefused = left.some((e) => e.state === 'refused');
  return (
    <div ref={place} tabIndex={-1} role="status" className="no-print outline-none empty:hidden">
      {last &&
        (isRefused ? (
          <Notice tone="bad">
            <p>
              {t('cell.refused')}{' '}
              <Link to="/attention" className="underline">
                {t('attention.title')}
              </Link>
            </p>
          </Notice>
        ) : (
          <Notice tone={left.length > 0 ? 'info' : 'good'}>
            <p>
              {last.words} {left.length > 0 && t('outbox.this_waits')}
            </p>
          </Notice>
        ))}
    </div>
  );
}
