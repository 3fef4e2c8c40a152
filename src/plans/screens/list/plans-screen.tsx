import { Link } from 'react-router';
import { useTold, Words } from '../../../coordination/screens/index.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Badge } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import type { PlanRow } from '../../contract.ts';
import { useMoney } from '../parts/money.ts';
import { useStanding } from '../parts/standing.ts';

/** The plans one may read: one's own commune's first. */
export function PlansScreen() {
  const t = useT();
  const { isWriter } = useStanding();
  const query = useRead<PlanRow[]>('/api/plans');
  const hasOwn = query.data?.some((p) => p.isOwn) ?? false;
  return (
    <Page
      title={t('plans.title')}
      intro={t('plans.intro')}
      actions={
        <>
          {isWriter && (
            <Link className={buttonClass(hasOwn || !query.data ? 'second' : 'main')} to="/plans/new">
              {t('plans.begin')}
            </Link>
          )}
          <Link className={buttonClass('second')} to="/plans/library">
            {t('plans.library')}
          </Link>
        </>
      }
    >
      <Reading query={query}>
        {(plans) =>
          plans.length === 0 ? (
            <Empty title={t('plans.empty')}>{t(isWriter ? 'plans.empty.own' : 'plans.empty.others')}</Empty>
          ) : (
            <ul className="flex flex-col gap-3">
              {plans.map((plan) => (
                <li key={plan.id}>
                  <PlanLine plan={plan} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </Page>
  );
}

function PlanLine({ plan }: { plan: PlanRow }) {
  const t = useT();
  const told = useTold();
  const money = useMoney();
  return (
    <div
      className={`flex flex-col gap-2 rounded-card border bg-card p-4 sm:px-6 ${plan.isOwn ? 'border-s-8 border-primary' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link to={`/plans/${plan.id}`} className="min-h-11 content-center font-bold text-primary underline-offset-4 hover:underline">
          <bdi>{told(plan.commune.name)}</bdi> · <Words told={plan.title} />
        </Link>
        <span className="flex flex-wrap gap-2 sm:ms-auto">
          <Badge tone="info">{t(`plans.word.stage.${plan.stage}`)}</Badge>
          {plan.isPublished && <Badge tone="good">{t('thread.public')}</Badge>}
          {plan.isOwn && !plan.isShared && <Badge>{t('plans.unshared')}</Badge>}
        </span>
      </div>
      <p className="text-sm text-quiet">
        {t('plans.count.needs', { count: plan.needs })} · {t('plans.count.projects', { count: plan.projects })} ·{' '}
        {t('plans.count.migration', { count: plan.forMigration })} · {money(plan.cost)}
      </p>
    </div>
  );
}
