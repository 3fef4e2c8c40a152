import { useState } from 'react';
import { Text, useTold } from '../../../coordination/screens/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Remark } from '../../contract.ts';
import { isOpen } from '../../rules.ts';
import { type InPlan, PlanFrame } from '../parts/plan-frame.tsx';
import { RemoveButton } from '../parts/remove-button.tsx';
import { ThingForm } from '../parts/thing-form.tsx';
import { toTyped } from '../parts/values.ts';

/** What the IEECAG and others said of the plan, and what the commune made of it. */
export function RemarksScreen() {
  return <PlanFrame section="remarks">{(plan) => <Remarks {...plan} />}</PlanFrame>;
}

function Remarks({ view, acts }: InPlan) {
  const t = useT();
  const [open, setOpen] = useState<Remark | 'new'>();
  const { plan } = view;
  const mayWrite = view.mayWrite && isOpen(plan.stage);
  const form = { plan, thing: 'remark' as const, acts, said: t('plans.saved'), onClose: () => setOpen(undefined) };
  return (
    <>
      {mayWrite && (
        <p className="no-print">
          <Button look={plan.remarks.length === 0 ? 'main' : 'second'} onPress={() => setOpen('new')}>
            {t('plans.add.remark')}
          </Button>
        </p>
      )}
      {open === 'new' && (
        <ThingForm {...form} title={t('plans.add.remark')} begin={{ body: 'ieecag', said_on: toTyped('day', view.today) }} />
      )}
      {plan.remarks.length === 0 && <Empty title={t('plans.remarks.none')}>{t('plans.remarks.none.then')}</Empty>}
      <ol className="flex flex-col gap-3">
        {plan.remarks.map((remark) => (
          <li key={remark.id}>
            {typeof open === 'object' && open.id === remark.id ? (
              <ThingForm {...form} title={t('plans.edit.remark')} current={remark} />
            ) : (
              <RemarkCard remark={remark} view={view} acts={acts} {...(mayWrite ? { onEdit: () => setOpen(remark) } : {})} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function RemarkCard({ remark, view, acts, onEdit }: InPlan & { remark: Remark; onEdit?: () => void }) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const about = view.plan.projects.find((p) => p.id === remark.projectId);
  const name = [t(`plans.word.body.${remark.body}`), dates.day(remark.saidOn)].join(t('workspace.list_comma'));
  const isOpenRemark = remark.answer === null;
  return (
    <Card className="gap-3!">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <h2>{name}</h2>
        <span className="flex flex-wrap gap-2 sm:ms-auto">
          {remark.taken && <Badge tone={remark.taken === 'yes' ? 'good' : 'plain'}>{t(`plans.word.taken.${remark.taken}`)}</Badge>}
          {isOpenRemark && <Badge tone="warn">{t('plans.unanswered')}</Badge>}
        </span>
      </div>
      {about && <p className="text-sm text-quiet">{t('plans.about_project', { name: told(about.title) })}</p>}
      <Text told={remark.words} />
      {remark.answer && (
        <div className="border-s-4 border-primary ps-3">
          <h3>{remark.answeredOn ? t('plans.answered_on', { date: dates.day(remark.answeredOn) }) : t('plans.answer')}</h3>
          <Text told={remark.answer} />
        </div>
      )}
      {onEdit && (
        <div className="no-print flex flex-wrap gap-x-4">
          <Button
            look={isOpenRemark ? 'main' : 'quiet'}
            aria-label={t('thread.of_named', { name: t(isOpenRemark ? 'plans.to_answer' : 'thread.change'), word: name })}
            onPress={onEdit}
          >
            {t(isOpenRemark ? 'plans.to_answer' : 'thread.change')}
          </Button>
          <RemoveButton planId={view.plan.id} thing="remark" thingId={remark.id} name={name} acts={acts} />
        </div>
      )}
    </Card>
  );
}
