import { useState } from 'react';
import { Text, useTold } from '../../../coordination/screens/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card, Notice } from '../../../ui/card.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Empty } from '../../../ui/state.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Evaluation } from '../../contract.ts';
import { mayEvaluate } from '../../rules.ts';
import { type InPlan, PlanFrame } from '../parts/plan-frame.tsx';
import { RemoveButton } from '../parts/remove-button.tsx';
import { ThingForm } from '../parts/thing-form.tsx';
import { Judged } from './judged.tsx';
import { YearPapers } from './year-papers.tsx';

/** Each year of a plan that runs: how far every project came, what was spent, what was learned; then adopted by the council. */
export function YearsScreen() {
  return (
    <PlanFrame section="years" wide>
      {(plan) => <Years {...plan} />}
    </PlanFrame>
  );
}

function Years({ view, acts }: InPlan) {
  const t = useT();
  const { plan, today } = view;
  const mayWrite = view.mayWrite && mayEvaluate(plan.stage);
  const begun = new Set(plan.evaluations.map((e) => e.year));
  const open = plan.years.filter((year) => year <= Number(today.slice(0, 4)) && !begun.has(year));
  const begin = (year: number) =>
    acts.act(
      { kind: 'plans.add', payload: { planId: plan.id, thing: 'evaluation', thingId: uuidv7(), row: { year } } },
      t('plans.year.begun'),
    );
  return (
    <>
      {view.mayWrite && !mayEvaluate(plan.stage) && <Notice>{t('plans.years.later')}</Notice>}
      {mayWrite && open.length > 0 && (
        <div className="no-print flex flex-wrap gap-3">
          {open.map((year, place) => (
            <Button key={year} look={place === 0 ? 'main' : 'second'} onPress={() => begin(year)}>
              {t('plans.year.begin', { year: String(year) })}
            </Button>
          ))}
        </div>
      )}
      {plan.evaluations.length === 0 && <Empty title={t('plans.years.none')}>{t('plans.years.none.then')}</Empty>}
      {plan.evaluations.toReversed().map((evaluation) => (
        <Year key={evaluation.id} it={evaluation} view={view} acts={acts} mayWrite={mayWrite && evaluation.status === 'draft'} />
      ))}
    </>
  );
}

function Year({ it, view, acts, mayWrite }: InPlan & { it: Evaluation; mayWrite: boolean }) {
  const t = useT();
  const dates = useDates();
  const [isEditing, setEditing] = useState(false);
  const [isAdopting, setAdopting] = useState(false);
  const name = t('plans.year_of', { year: String(it.year) });
  return (
    <Card>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <h2>{name}</h2>
        <span className="sm:ms-auto">
          <Badge tone={it.status === 'adopted' ? 'good' : 'plain'}>
            {it.adoptedOn ? t('plans.year.adopted', { date: dates.day(it.adoptedOn) }) : t('plans.year.draft')}
          </Badge>
        </span>
      </div>
      {isEditing ? (
        <ThingForm
          plan={view.plan}
          thing="evaluation"
          title={t('plans.edit.evaluation')}
          current={it}
          acts={acts}
          said={t('plans.saved')}
          onClose={() => setEditing(false)}
        />
      ) : (
        <>
          {it.summary && <Text told={it.summary} />}
          {it.learned && (
            <div>
              <h3>{t('plans.field.learned')}</h3>
              <Text told={it.learned} />
            </div>
          )}
        </>
      )}
      <Judged it={it} plan={view.plan} mayWrite={mayWrite} />
      <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
        {mayWrite && (
          <>
            {!isEditing && <Button onPress={() => setEditing(true)}>{t('plans.edit.evaluation')}</Button>}
            <Button onPress={() => setAdopting(true)}>{t('plans.year.adopt')}</Button>
            <RemoveButton planId={view.plan.id} thing="evaluation" thingId={it.id} name={name} acts={acts} />
          </>
        )}
        <YearPapers planId={view.plan.id} year={it.year} />
      </div>
      {isAdopting && <Adopt it={it} view={view} acts={acts} onClose={() => setAdopting(false)} />}
    </Card>
  );
}

function Adopt({ it, view, acts, onClose }: InPlan & { it: Evaluation; onClose: () => void }) {
  const t = useT();
  const told = useTold();
  const [day, setDay] = useState(view.today);
  const title = t('plans.year.adopt');
  const unsaid = view.plan.projects.filter((p) => p.status !== 'dropped' && it.judged.find((j) => j.projectId === p.id)?.share == null);
  const adopt = () => {
    onClose();
    return acts.act(
      { kind: 'plans.adopt_evaluation', payload: { planId: view.plan.id, evaluationId: it.id, adoptedOn: day } },
      t('plans.year.adopted.said'),
    );
  };
  return (
    <Decision title={title} onClose={onClose} decide={title} cancel={t('workspace.cancel')} onDecide={adopt}>
      <p>{t('plans.year.adopt.text')}</p>
      {unsaid.length > 0 && (
        <Notice tone="warn">
          <p>
            {t('plans.year.unsaid')}
            {t('workspace.colon')}
            {unsaid.map((p) => told(p.title)).join(t('workspace.list_comma'))}
          </p>
        </Notice>
      )}
      <Field label={t('plans.year.adopted_on')} type="date" dir="ltr" value={day} onChange={setDay} />
    </Decision>
  );
}
