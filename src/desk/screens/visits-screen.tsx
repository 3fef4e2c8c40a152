import { Link } from 'react-router';
import { referenceOf } from '../../platform/reference.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Badge, Card, Reference } from '../../ui/card.tsx';
import { Empty } from '../../ui/state.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { Page } from '../../workspace/page.tsx';
import { Reading, useRead } from '../../workspace/reading.tsx';
import { useSession } from '../../workspace/session.tsx';
import type { VisitRow } from '../contract.ts';
import { SlipLinks } from './slip-links.tsx';

/** The cell's last visits, to print a slip again or to open a file after all. */
export function VisitsScreen() {
  const t = useT();
  const query = useRead<{ visits: VisitRow[] }>('/api/desk/visits?limit=20');
  const { outbox } = useSession();
  const unsent = outbox.filter((e) => e.kind === 'desk.record_visit' && e.state === 'waiting');
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
      {unsent.length > 0 && (
        <ul className="flex flex-col gap-2">
          {unsent.map((e) => (
            <li key={e.id} className="flex flex-wrap gap-3 rounded-xl bg-sand px-4 py-3">
              <Reference>{referenceOf(String(e.payload.visitId))}</Reference>
              <Badge>{t('outbox.this_waits')}</Badge>
            </li>
          ))}
        </ul>
      )}
      <Reading query={query}>
        {({ visits }) =>
          visits.length === 0 ? (
            <Empty title={t('visits.none')}>{t('visits.none.text')}</Empty>
          ) : (
            <ul className="flex flex-col gap-3">
              {visits.map((visit) => (
                <li key={visit.id}>
                  <VisitCard visit={visit} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </Page>
  );
}

function VisitCard({ visit }: { visit: VisitRow }) {
  const t = useT();
  const dates = useDates();
  return (
    <Card className="gap-3!">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Reference className="text-lg">{visit.reference}</Reference>
        <time dateTime={visit.at} className="text-sm text-quiet">
          {dates.moment(visit.at)}
        </time>
      </div>
      <p>
        {wordsOf(t, 'need', visit.needs)} · {t(`audience.${visit.audience}`)}
      </p>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <SlipLinks visitId={visit.id} reference={visit.reference} />
        {visit.caseId ? (
          <Link to={`/cases/${visit.caseId}`} className={buttonClass('second')}>
            {t('visits.see_case')}
          </Link>
        ) : (
          <Link
            to={`/cases/new?visit=${visit.id}&needs=${visit.needs.join(',')}&language=${visit.language}`}
            className={buttonClass('second')}
          >
            {t('recorded.open_case')}
          </Link>
        )}
      </div>
    </Card>
  );
}
