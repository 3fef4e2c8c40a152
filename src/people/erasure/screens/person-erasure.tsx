import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { Notice, Reference } from '../../../ui/card.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { isOnItsWay } from '../../../workspace/outbox/pending.ts';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import type { ErasedFile, ErasureLine } from '../contract.ts';
import { erasureTexts } from './messages/index.ts';
import { ReceiptLinks } from './receipt-links.tsx';

/** Where a request stands, on the page of the person it is about. */
export function ErasureState({ erasure }: { erasure: ErasureLine | null }) {
  if (!erasure) return null;
  return (
    <RoomTexts catalogues={erasureTexts} waiting={null}>
      <State erasure={erasure} />
    </RoomTexts>
  );
}

function State({ erasure: { id, outcome, isLate, dueAt, settledAt } }: { erasure: ErasureLine }) {
  const t = useT();
  const dates = useDates();
  return (
    <Notice tone={outcome ? 'info' : isLate ? 'bad' : 'warn'}>
      <p>
        {outcome
          ? t('erasure.person.refused', { date: dates.day(settledAt ?? dueAt) })
          : t(isLate ? 'erasure.person.late' : 'erasure.person.open', { date: dates.day(dueAt) })}
      </p>
      <p>
        <Link to={`/people/erasures/${id}`} className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
          {t('erasure.person.see')}
        </Link>
      </p>
    </Notice>
  );
}

/** The person says that they want to be erased: noted here, answered by the head of the cell. */
export function AskErasure({ personId }: { personId: string }) {
  return (
    <RoomTexts catalogues={erasureTexts} waiting={null}>
      <Ask personId={personId} />
    </RoomTexts>
  );
}

function Ask({ personId }: { personId: string }) {
  const t = useT();
  const { send, outbox } = useSession();
  const [isAsking, setAsking] = useState(false);
  const waits = isOnItsWay(outbox, 'people.ask_erasure', { personId });
  async function ask(): Promise<void> {
    await send({ kind: 'people.ask_erasure', payload: { erasureId: uuidv7(), personId } });
    setAsking(false);
  }
  return (
    <section className="no-print flex flex-col gap-2">
      <h2>{t('erasure.person.title')}</h2>
      <p className="text-quiet">{t('erasure.person.text')}</p>
      <p>
        <Button isDisabled={waits} onPress={() => setAsking(true)}>
          {t(waits ? 'outbox.this_waits' : 'erasure.ask')}
        </Button>
      </p>
      <Decision
        title={t('erasure.ask')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        decide={t('erasure.ask.confirm')}
        cancel={t('erasure.cancel')}
        onDecide={ask}
      >
        <p>{t('erasure.ask.text')}</p>
      </Decision>
    </section>
  );
}

/** In the place of a person who is no longer there. */
export function ErasedPerson({ personId }: { personId: string }) {
  return (
    <RoomTexts catalogues={erasureTexts}>
      <Erased personId={personId} />
    </RoomTexts>
  );
}

function Erased({ personId }: { personId: string }) {
  const t = useT();
  const dates = useDates();
  const query = useRead<ErasedFile>(`/api/people/${encodeURIComponent(personId)}/erased`);
  return (
    <Page title={t('erasure.erased.title')} intro={query.data && <Reference>{query.data.reference}</Reference>}>
      <Reading query={query}>
        {({ id, at }) => (
          <>
            <Notice>{t('erasure.erased', { date: dates.day(at) })}</Notice>
            <ReceiptLinks erasureId={id} />
          </>
        )}
      </Reading>
    </Page>
  );
}
