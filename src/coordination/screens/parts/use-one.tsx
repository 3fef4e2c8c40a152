import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Notice } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { madeBy } from '../../../workspace/outbox/order.ts';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';

/** The thing that the address of the screen names; until the server has it, what stands in its place. */
export function useOne<T>(kind: string): { one: T } | { waiting: ReactNode } {
  const t = useT();
  const { id = '' } = useParams();
  const { outbox } = useSession();
  const making = outbox.find((entry) => madeBy(entry).includes(id));
  const query = useRead<T>(`/api/coordination/${kind}/${encodeURIComponent(id)}`, making === undefined);
  if (query.data !== undefined) return { one: query.data };
  if (!making) return { waiting: <Reading query={query}>{() => null}</Reading> };
  const isRefused = making.state === 'refused';
  return {
    waiting: (
      <Notice tone={isRefused ? 'bad' : 'info'} live>
        {t(isRefused ? 'thread.making.refused' : 'thread.making')}
      </Notice>
    ),
  };
}
