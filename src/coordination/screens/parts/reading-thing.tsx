import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Notice } from '../../../ui/card.tsx';
import { useT } from '../../../workspace/language.tsx';
import { madeBy } from '../../../workspace/outbox/order.ts';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { ThreadPage } from './thread-page.tsx';

interface ReadingThingProps<T> {
  kind: 'recommendations' | 'actions' | 'findings';
  children: (thing: T) => ReactNode;
}

/** One thing of the thread, whether the server has it yet or only this device. */
export function ReadingThing<T>({ kind, children }: ReadingThingProps<T>) {
  const t = useT();
  const { id = '' } = useParams();
  const { outbox } = useSession();
  const making = outbox.find((entry) => madeBy(entry).includes(id));
  const query = useRead<T>(`/api/coordination/${kind}/${encodeURIComponent(id)}`, making === undefined);
  if (query.data !== undefined) return children(query.data);
  return (
    <ThreadPage title={t(`thread.one.${kind}`)}>
      {making ? (
        <Notice tone={making.state === 'refused' ? 'bad' : 'info'} live>
          {t(making.state === 'refused' ? 'thread.making.refused' : 'thread.making')}
        </Notice>
      ) : (
        <Reading query={query}>{() => null}</Reading>
      )}
    </ThreadPage>
  );
}
