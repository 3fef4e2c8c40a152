import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';
import type { OverdueAnswer, OverdueService } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { confirmChange } from '../confirm-change.ts';
import { Named, useName } from '../named.tsx';
import { Pages } from '../pages.tsx';
import { StateBadge } from '../state-badge.tsx';

const states = ['never_confirmed', 'update_advised', 'update_mandatory'] as const;

/** Services whose content nobody has vouched for, or not for too long. */
export function OverdueScreen() {
  const t = useT();
  const wanted = useParams().state;
  const state = states.find((s) => s === wanted) ?? 'never_confirmed';
  const [page, setPage] = useState(1);
  const acts = useActs();
  const query = useRead<OverdueAnswer>(`/api/directory/care/overdue?${new URLSearchParams({ state, page: String(page) })}`);
  return (
    <CarePage title={t(`care.overdue.${state}`)} intro={t(`care.overdue.${state}.intro`)}>
      <Done acts={acts} />
      <Reading query={query}>
        {({ total, services }) =>
          services.length === 0 ? (
            <Empty title={t('care.overdue.none')}>{t('care.overdue.none.text')}</Empty>
          ) : (
            <>
              <ul className="flex flex-col gap-4">
                {services.map((service) => (
                  <li key={service.id}>
                    <Overdue service={service} acts={acts} />
                  </li>
                ))}
              </ul>
              <Pages total={total} page={page} onPage={setPage} />
            </>
          )
        }
      </Reading>
    </CarePage>
  );
}

function Overdue({ service, acts }: { service: OverdueService; acts: Acts }) {
  const t = useT();
  const dates = useDates();
  const name = useName()(service.name);
  const change = confirmChange(service.organizationId, [service.id]);
  return (
    <Card className="gap-2!">
      <div className="flex flex-wrap items-start justify-between gap-2 sm:flex-nowrap">
        <h2 className="text-lg">
          <Named names={service.name} />
        </h2>
        <StateBadge state={service.state} />
      </div>
      <p className="text-sm text-quiet">
        <Named names={service.organizationName} />
        {' · '}
        {service.assuredDate
          ? t('care.confirmed_on', { date: dates.day(service.assuredDate) })
          : service.sourceYear
            ? t('care.source_of', { year: String(service.sourceYear) })
            : t('care.never_confirmed')}
      </p>
      <div className="flex flex-wrap gap-3 pt-2">
        <Button look="main" aria-label={t('care.confirm_named', { name })} onPress={() => acts.act(change, t('care.confirmed', { name }))}>
          {t('care.confirm')}
        </Button>
        <Link to={`/directory/services/${service.id}`} aria-label={t('care.correct_named', { name })} className={buttonClass('second')}>
          {t('care.correct')}
        </Link>
      </div>
    </Card>
  );
}
