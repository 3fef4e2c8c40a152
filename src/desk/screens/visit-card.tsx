import { Link } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Badge, Card, Reference } from '../../ui/card.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import type { VisitRow } from '../contract.ts';
import { openCaseAddress } from './open-case-address.ts';
import { RaiseDifficulty } from './raise-difficulty.tsx';
import { SlipLinks } from './slip-links.tsx';

export function VisitCard({ visit }: { visit: VisitRow }) {
  const t = useT();
  const dates = useDates();
  const isGroup = visit.people > 1;
  return (
    <Card className={`gap-3! ${visit.emergency ? 'border-s-4! border-s-bad!' : ''}`}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Reference className="text-lg">{visit.reference}</Reference>
          {visit.personName && <bdi className="font-semibold">{visit.personName}</bdi>}
          {visit.emergency && <Badge tone="bad">{t('visits.emergency')}</Badge>}
          {isGroup && <Badge tone="info">{t('visits.people', { count: visit.people })}</Badge>}
        </div>
        <time dateTime={visit.at} className="text-sm text-quiet">
          {dates.moment(visit.at)}
        </time>
      </div>
      <p>
        {wordsOf(t, 'need', visit.needs)} · {t(`audience.${visit.audience}`)}
      </p>
      <div className="no-print flex flex-wrap items-end justify-between gap-3">
        <SlipLinks visitId={visit.id} people={visit.people} reference={visit.reference} />
        <div className="flex flex-wrap gap-2">
          {visit.caseId && (
            <Link to={`/cases/${visit.caseId}`} className={buttonClass('second')}>
              {t(visit.cases > 1 ? 'visits.see_first_case' : 'visits.see_case', { count: visit.cases })}
            </Link>
          )}
          {(isGroup || !visit.caseId) && (
            <Link to={openCaseAddress({ ...visit, personId: null })} className={buttonClass('second')}>
              {t(isGroup ? 'recorded.open_case_of_one' : 'recorded.open_case')}
            </Link>
          )}
        </div>
      </div>
      <RaiseDifficulty needs={visit.needs} />
    </Card>
  );
}
