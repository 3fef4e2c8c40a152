import { useState } from 'react';
import { Link } from 'react-router';
import { Text, useTold } from '../../../coordination/screens/index.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Card, Fact } from '../../../ui/card.tsx';
import { ProgressBar } from '../../../coordination/screens/index.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import { nextStep } from '../../next-step.ts';
import { useMoney } from '../parts/money.ts';
import { type InPlan, PlanFrame } from '../parts/plan-frame.tsx';
import { ThingForm } from '../parts/thing-form.tsx';
import { MoveStage } from './move-stage.tsx';
import { Papers } from './papers.tsx';
import { Share } from './share.tsx';
import { StageLine } from './stage-line.tsx';

/** Where a plan stands, by when it is to be where, and the one thing to do next. */
export function OverviewScreen() {
  return <PlanFrame section="overview">{(plan) => <Overview {...plan} />}</PlanFrame>;
}

const placeOf = {
  sessions: 'sessions',
  votes: 'sessions',
  needs: 'needs',
  projects: 'projects',
  remarks: 'remarks',
  answers: 'remarks',
  year: 'years',
};

function Overview({ view, acts }: InPlan) {
  const t = useT();
  const dates = useDates();
  const money = useMoney();
  const [isEditing, setEditing] = useState(false);
  const { plan, mayWrite, today } = view;
  const next = nextStep(plan, today);
  return (
    <>
      <Card>
        <h2>{t('plans.now', { name: t(`plans.word.stage.${plan.stage}`) })}</h2>
        <p className="text-quiet">{t('plans.since', { date: dates.day(plan.stageSince) })}</p>
        {plan.reason && (
          <Fact label={t('plans.went_back')}>
            <bdi>{plan.reason}</bdi>
          </Fact>
        )}
        <StageLine view={view} />
        {mayWrite && (
          <div className="no-print flex flex-wrap gap-3 border-t border-line pt-4">
            {next.kind === 'write' && (
              <Link className={buttonClass('main')} to={`/plans/${plan.id}/${placeOf[next.what]}`}>
                {t(`plans.next.${next.what}`)}
              </Link>
            )}
            <MoveStage view={view} acts={acts} isMain={next.kind === 'go_on'} />
          </div>
        )}
      </Card>
      <Card>
        <h2>{t('plans.about')}</h2>
        {plan.vision ? <Text told={plan.vision} /> : <p className="text-quiet">{t('plans.no_vision')}</p>}
        {plan.regionalLink && (
          <div>
            <h3>{t('plans.field.regional_link')}</h3>
            <Text told={plan.regionalLink} />
          </div>
        )}
        <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          <Fact label={t('plans.years')}>
            <bdi dir="ltr">{`${plan.years[0]}–${plan.years.at(-1)}`}</bdi>
          </Fact>
          <Fact label={t('plans.mandate')}>{dates.day(plan.mandateStartsOn)}</Fact>
          <Fact label={t('plans.whose')}>
            <Whose view={view} />
          </Fact>
          <Fact label={t('plans.cost')}>{money(plan.totals.cost)}</Fact>
          <Fact label={t('plans.spent')}>{money(plan.totals.spent)}</Fact>
          <Fact label={t('plans.for_migration')}>
            {t('plans.count.projects', { count: plan.totals.forMigration.projects })} · {money(plan.totals.forMigration.cost)}
          </Fact>
        </dl>
        <ProgressBar progress={plan.totals.progress} none={t('plans.progress.none')} />
        {mayWrite && !isEditing && plan.stage !== 'closed' && (
          <Button className="self-start" onPress={() => setEditing(true)}>
            {t('plans.edit.plan')}
          </Button>
        )}
      </Card>
      {isEditing && (
        <ThingForm
          plan={plan}
          thing="plan"
          title={t('plans.edit.plan')}
          current={plan}
          acts={acts}
          said={t('plans.saved')}
          onClose={() => setEditing(false)}
        />
      )}
      {mayWrite && <Share view={view} acts={acts} />}
      <Papers planId={view.plan.id} />
    </>
  );
}

function Whose({ view }: { view: InPlan['view'] }) {
  const told = useTold();
  return <bdi>{told(view.plan.organization.name)}</bdi>;
}
