import { Link, useParams } from 'react-router';
import { buttonClass } from '../../../ui/button.tsx';
import { Notice, Reference } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import type { ErasureView } from '../contract.ts';
import { ErasureEffects, Receivers } from './erasure-effects.tsx';
import { erasureTexts } from './messages/index.ts';
import { ReceiptLinks } from './receipt-links.tsx';
import { SettleErasure } from './settle-erasure.tsx';

/** One request to be erased: what it would do, the answer, and the paper for the person. */
export function ErasureScreen() {
  return (
    <RoomTexts catalogues={erasureTexts}>
      <Erasure />
    </RoomTexts>
  );
}

function Erasure() {
  const t = useT();
  const { erasureId = '' } = useParams();
  const query = useRead<ErasureView>(`/api/people/erasures/${encodeURIComponent(erasureId)}`);
  if (query.data) return <KnownErasure erasure={query.data} />;
  return (
    <Page title={t('erasure.title')}>
      <Reading query={query}>{() => null}</Reading>
    </Page>
  );
}

function KnownErasure({ erasure }: { erasure: ErasureView }) {
  const t = useT();
  const dates = useDates();
  const { personName: name, outcome, counts } = erasure;
  const title = outcome === 'erased' ? t('erasure.erased.title') : name ? t('erasure.of', { name }) : t('erasure.of_nobody');
  return (
    <Page
      title={title}
      intro={
        <>
          <Reference>{erasure.reference}</Reference> · {t(`erasure.cause.${erasure.cause}`)}{' '}
          {t('erasure.asked', { date: dates.day(erasure.askedAt), name: erasure.askedBy ?? '—' })}
        </>
      }
      actions={
        erasure.personId && (
          <Link to={`/people/${erasure.personId}`} className={buttonClass('second')}>
            {t('erasure.see_person')}
          </Link>
        )
      }
    >
      <State erasure={erasure} />
      {!outcome && <OpenCases cases={erasure.openCases} />}
      {counts && <ErasureEffects counts={counts} isDone={outcome === 'erased'} />}
      {outcome !== 'refused' && <Receivers receivers={erasure.receivers} />}
      {!outcome && <SettleErasure erasure={erasure} />}
      <ReceiptLinks erasureId={erasure.id} />
    </Page>
  );
}

/** How long there is to answer, or what was answered. */
function State({ erasure }: { erasure: ErasureView }) {
  const t = useT();
  const dates = useDates();
  const { outcome, settledAt, settledBy, reason, law, isLate, dueAt, days, source } = erasure;
  if (outcome && settledAt) {
    const settled = { date: dates.day(settledAt), name: settledBy ?? '—' };
    return (
      <Notice tone={outcome === 'erased' ? 'good' : 'warn'} live>
        <p>{t(outcome === 'erased' ? 'erasure.done' : 'erasure.refused', settled)}</p>
        {reason && <p className="font-semibold">{t(`erasure_reason.${reason}`)}</p>}
        {law && <p dir="auto">{law}</p>}
      </Notice>
    );
  }
  return (
    <Notice tone={isLate ? 'bad' : 'info'}>
      <p className="font-semibold">{t(isLate ? 'erasure.late' : 'erasure.due', { date: dates.day(dueAt), days })}</p>
      <p dir="auto" className="text-sm">
        {source}
      </p>
    </Notice>
  );
}

function OpenCases({ cases }: { cases: ErasureView['openCases'] }) {
  const t = useT();
  if (cases.length === 0) return null;
  return (
    <Notice tone="warn">
      <p className="font-semibold">{t('erasure.open_cases', { count: cases.length })}</p>
      <ul className="flex flex-wrap gap-x-6">
        {cases.map(({ id, reference }) => (
          <li key={id}>
            <Link to={`/cases/${id}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
              <Reference>{reference}</Reference>
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
