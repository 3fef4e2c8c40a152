import { Link } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Badge, Card, Notice } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { OrganizationRecord } from '../../care/contract.ts';
import { type Acts, Done, useActs } from '../../../workspace/acts.tsx';
import type { CareService } from '../answers.ts';
import { confirmChange } from '../confirm-change.ts';
import { Named, useName } from '../named.tsx';
import { useCarePlace } from '../place.ts';
import { StateBadge } from '../state-badge.tsx';
import { StewardshipCard } from './stewardship-card.tsx';

const isOffered = ({ status }: CareService): boolean => status === 'active' || status === 'temporarily closed';

/** An organisation's services with their state, confirmed all at once or one by one. */
export function OrganizationCare({ record }: { record: OrganizationRecord }) {
  const t = useT();
  const place = useCarePlace();
  const acts = useActs();
  const { id, services, drafts, mayEdit } = record;
  const offered = services.filter(isOffered);
  const ended = services.filter((service) => !isOffered(service));
  return (
    <>
      <Done acts={acts} />
      {offered.length > 0 && mayEdit && (
        <Card className="gap-3!">
          <h2>{t('care.all_true.question')}</h2>
          <p className="text-quiet">{t('care.all_true.explained')}</p>
          <p>
            <Button
              look="main"
              isDisabled={acts.isSending('directory.confirm', { organizationId: id })}
              onPress={() => acts.act(confirmChange(id), t('care.all_true.done', { count: offered.length }))}
            >
              {t('care.all_true.action')}
            </Button>
          </p>
        </Card>
      )}
      {drafts.map(({ changeId, name }) => (
        <Notice key={changeId} tone="warn">
          <p>
            {t('care.drafts.waiting')} <bdi className="font-semibold">{name}</bdi>
          </p>
        </Notice>
      ))}
      <section className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2>{t('care.services.count', { count: offered.length })}</h2>
          {mayEdit && (
            <Link to={`${place}/organizations/${id}/new`} className={buttonClass('second')}>
              {t('care.new.title')}
            </Link>
          )}
        </div>
        {offered.length === 0 ? (
          <Empty title={t('care.services.none')}>{t('care.services.none.text')}</Empty>
        ) : (
          <Services services={offered} acts={acts} mayEdit={mayEdit} />
        )}
      </section>
      {ended.length > 0 && (
        <section className="flex flex-col gap-4">
          <h2>{t('care.services.ended')}</h2>
          <Services services={ended} acts={acts} mayEdit={false} />
        </section>
      )}
      {mayEdit && <StewardshipCard record={record} />}
    </>
  );
}

function Services({ services, acts, mayEdit }: { services: readonly CareService[]; acts: Acts; mayEdit: boolean }) {
  return (
    <ul className="flex flex-col gap-4">
      {services.map((service) => (
        <li key={service.id}>
          <ServiceLine service={service} acts={acts} mayEdit={mayEdit} />
        </li>
      ))}
    </ul>
  );
}

function ServiceLine({ service, acts, mayEdit }: { service: CareService; acts: Acts; mayEdit: boolean }) {
  const t = useT();
  const dates = useDates();
  const place = useCarePlace();
  const name = useName()(service.name);
  const { id, organizationId, status, assuredDate, state, openFeedback, proposals } = service;
  return (
    <Card className="gap-2!">
      <div className="flex flex-wrap items-start justify-between gap-2 sm:flex-nowrap">
        <h3 className="text-lg">
          <Named names={service.name} />
        </h3>
        <StateBadge state={state} />
      </div>
      <p className="text-sm text-quiet">
        {assuredDate ? t('care.confirmed_on', { date: dates.day(assuredDate) }) : t('care.never_confirmed')}
      </p>
      <p className="flex flex-wrap gap-2 empty:hidden">
        {status !== 'active' && <Badge>{t(`care.status.${status}`)}</Badge>}
        {openFeedback > 0 && <Badge tone="warn">{t('care.feedback.open', { count: openFeedback })}</Badge>}
        {proposals > 0 && <Badge tone="warn">{t('care.proposals.open', { count: proposals })}</Badge>}
      </p>
      <div className="flex flex-wrap gap-3 pt-1">
        {mayEdit && (
          <Button
            isDisabled={acts.isSending('directory.confirm', { organizationId })}
            aria-label={t('care.confirm_named', { name })}
            onPress={() => acts.act(confirmChange(organizationId, [id]), t('care.confirmed', { name }))}
          >
            {t('care.confirm')}
          </Button>
        )}
        <Link to={`${place}/services/${id}`} aria-label={t('care.correct_named', { name })} className={buttonClass('second')}>
          {t('care.correct')}
        </Link>
      </div>
    </Card>
  );
}
