import { useState } from 'react';
import { Link } from 'react-router';
import { parseReference, referenceOf } from '../../platform/reference.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Badge, Reference } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Empty } from '../../ui/state.tsx';
import { Tick } from '../../ui/tick.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { Page, Waiting } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { RoomTexts } from '../../workspace/room-texts.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { Known, VisitRow } from '../contract.ts';
import { deskTexts } from './messages/index.ts';
import { VisitCard } from './visit-card.tsx';

/** Of the days before, at first. */
const few = 20;

export function VisitsScreen() {
  return (
    <RoomTexts catalogues={deskTexts} waiting={<Waiting />}>
      <Visits />
    </RoomTexts>
  );
}

/** The cell's visits of today, then those before: to print a slip again, to see a file or open one after all. */
function Visits() {
  const t = useT();
  const query = useRead<{ visits: VisitRow[] }>('/api/desk/visits?limit=200');
  const [typed, setTyped] = useState('');
  const [isMine, setMine] = useState(false);
  const sought = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return (
    <Page
      title={t('visits.title')}
      intro={t('visits.intro')}
      actions={
        <Link to="/desk" className={buttonClass('main')}>
          {t('recorded.next')}
        </Link>
      }
    >
      <div className="no-print flex flex-wrap items-end gap-x-6 gap-y-2">
        <div className="min-w-0 grow sm:max-w-md">
          <Field label={t('visits.search')} type="search" dir="ltr" autoComplete="off" maxLength={60} value={typed} onChange={setTyped} />
        </div>
        <Tick label={t('visits.mine')} isChosen={isMine} onChange={setMine} />
      </div>
      <Unsent />
      <Reading query={query}>
        {({ visits }) => {
          const shown = visits.filter((v) => (!isMine || v.mine) && v.reference.replaceAll('-', '').includes(sought));
          if (visits.length === 0) return <Empty title={t('visits.none')}>{t('visits.none.text')}</Empty>;
          if (shown.length === 0) return <Elsewhere reference={parseReference(typed)} />;
          return <Days visits={shown} />;
        }}
      </Reading>
    </Page>
  );
}

/** Recorded on this device and not at the server yet. */
function Unsent() {
  const t = useT();
  const { outbox } = useSession();
  const unsent = outbox.filter((e) => e.kind === 'desk.record_visit' && e.state === 'waiting');
  if (unsent.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {unsent.map(({ id, payload }) => (
        <li key={id} className="flex flex-wrap gap-3 rounded-xl bg-sand px-4 py-3">
          <Reference>{referenceOf(String(payload.visitId))}</Reference>
          {payload.emergency === true && <Badge tone="bad">{t('visits.emergency')}</Badge>}
          <Badge>{t('outbox.this_waits')}</Badge>
        </li>
      ))}
    </ul>
  );
}

function Days({ visits }: { visits: readonly VisitRow[] }) {
  const t = useT();
  const dates = useDates();
  const [isLong, setLong] = useState(false);
  const dayOf = (v: VisitRow): string => dates.day(v.at);
  const today = dates.day(new Date().toISOString());
  const ofToday = visits.filter((v) => dayOf(v) === today);
  const before = visits.filter((v) => dayOf(v) !== today);
  const people = ofToday.reduce((sum, v) => sum + v.people, 0);
  const days = [...Map.groupBy(isLong ? before : before.slice(0, few), dayOf)];
  return (
    <>
      <Day title={t('visits.today', { visits: ofToday.length, people })} visits={ofToday} />
      {days.map(([day, ofDay]) => (
        <Day key={day} title={day} visits={ofDay} />
      ))}
      {!isLong && before.length > few && <Button onPress={() => setLong(true)}>{t('visits.more', { count: before.length - few })}</Button>}
    </>
  );
}

function Day({ title, visits }: { title: string; visits: readonly VisitRow[] }) {
  return (
    <section className="flex flex-col gap-3">
      <h2>{title}</h2>
      <ul className="flex flex-col gap-3">
        {visits.map((visit) => (
          <li key={visit.id}>
            <VisitCard visit={visit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A whole reference that is not among the last visits may still be an old one, or that of a file. */
function Elsewhere({ reference }: { reference: string | undefined }) {
  const t = useT();
  const query = useRead<Known>(`/api/desk/known/${reference}`, reference !== undefined);
  const none = <Empty title={t('visits.not_found')}>{t('visits.not_found.text')}</Empty>;
  if (!reference || query.isError) return none;
  return <Reading query={query}>{({ visit }) => (visit ? <VisitCard visit={visit} /> : none)}</Reading>;
}
