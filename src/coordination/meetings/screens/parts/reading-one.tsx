import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Notice } from '../../../../ui/card.tsx';
import { useT } from '../../../../workspace/language.tsx';
import { madeBy } from '../../../../workspace/outbox/order.ts';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import { useSession } from '../../../../workspace/session.tsx';
import { MeetingsPage } from './meetings-page.tsx';

interface ReadingOneProps<T> {
  kind: 'meetings' | 'bodies';
  children: (thing: T) => ReactNode;
}

/** One meeting or body, whether the server has it yet or only this device. */
export function ReadingOne<T>({ kind, children }: ReadingOneProps<T>) {
  const t = useT();
  const { id = '' } = useParams();
  const { outbox } = useSession();
  const making = outbox.find((entry) => madeBy(entry).includes(id));
  const query = useRead<T>(`/api/coordination/${kind}/${encodeURIComponent(id)}`, making === undefined);
  if (query.data !== undefined) return children(query.data);
  return (
    <MeetingsPage title={t(`meeting.one.${kind}`)}>
      {making ? (
        <Notice tone={making.state === 'refused' ? 'bad' : 'info'} live>
          {t(making.state === 'refused' ? 'thread.making.refused' : 'thread.making')}
        </Notice>
      ) : (
        <Reading query={query}>{() => null}</Reading>
      )}
    </MeetingsPage>
  );
}
