import { useState } from 'react';
import { Link } from 'react-router';
import { Text, useTold, Words } from '../../../coordination/screens/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useT } from '../../../workspace/language.tsx';
import { wordsOf } from '../../../workspace/options.ts';
import type { Need } from '../../contract.ts';
import { isOpen } from '../../rules.ts';
import { DeskFiguresLine } from '../parts/desk-figures-line.tsx';
import { isolate } from '../parts/isolate.ts';
import { type InPlan, PlanFrame } from '../parts/plan-frame.tsx';
import { RemoveButton } from '../parts/remove-button.tsx';
import { ThingForm } from '../parts/thing-form.tsx';
import { DeskNeeds, ThreadNeeds } from './need-sources.tsx';

type Open = 'new' | 'thread' | 'desk' | Need | undefined;

/** The diagnosis: what was found to be needed, for whom, known from where; in the order of the ranking once there was a vote. */
export function NeedsScreen() {
  return <PlanFrame section="needs">{(plan) => <Needs {...plan} />}</PlanFrame>;
}

function Needs({ view, acts }: InPlan) {
  const t = useT();
  const [open, setOpen] = useState<Open>();
  const { plan } = view;
  const mayWrite = view.mayWrite && isOpen(plan.stage);
  const close = () => setOpen(undefined);
  const form = { plan, thing: 'need' as const, acts, said: t('plans.saved'), onClose: close };
  return (
    <>
      {mayWrite && (
        <div className="no-print flex flex-wrap gap-3">
          <Button look={plan.needs.length === 0 ? 'main' : 'second'} onPress={() => setOpen('new')}>
            {t('plans.add.need')}
          </Button>
          <Button onPress={() => setOpen('thread')}>{t('plans.need.from_thread')}</Button>
          <Button onPress={() => setOpen('desk')}>{t('plans.need.from_desk')}</Button>
        </div>
      )}
      {open === 'new' && <ThingForm {...form} title={t('plans.add.need')} fixed={{ source: 'office' }} />}
      {open === 'thread' && <ThreadNeeds view={view} acts={acts} onClose={close} />}
      {open === 'desk' && <DeskNeeds view={view} acts={acts} onClose={close} />}
      {plan.needs.length === 0 && (
        <Empty title={t('plans.needs.none')}>{t(mayWrite ? 'plans.needs.none.own' : 'plans.needs.none.others')}</Empty>
      )}
      <ol className="flex flex-col gap-3">
        {plan.needs.map((need) => (
          <li key={need.id}>
            {typeof open === 'object' && open.id === need.id ? (
              <ThingForm {...form} title={t('plans.edit.need')} current={need} />
            ) : (
              <NeedCard need={need} view={view} acts={acts} {...(mayWrite ? { onEdit: () => setOpen(need) } : {})} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function NeedCard({ need, view, acts, onEdit }: InPlan & { need: Need; onEdit?: () => void }) {
  const t = useT();
  const told = useTold();
  const name = told(need.title);
  return (
    <Card className="gap-3!">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <h2>
          {need.rank !== null && (
            <span
              className="me-2 inline-flex size-9 items-center justify-center rounded-full bg-primary text-white tabular-nums"
              title={t('plans.rank')}
            >
              <span className="sr-only">{t('plans.rank')} </span>
              {need.rank}
            </span>
          )}
          <Words told={need.title} />
        </h2>
        <span className="flex flex-wrap gap-2 sm:ms-auto">
          {need.migrationMarker !== null && need.migrationMarker > 0 && <Badge tone="info">{t('plans.marker.migration')}</Badge>}
          {need.genderMarker !== null && need.genderMarker > 0 && <Badge tone="good">{t('plans.marker.gender')}</Badge>}
        </span>
      </div>
      {need.text && <Text told={need.text} />}
      <p className="text-sm text-quiet">
        {[
          t('plans.known_from', { name: t(`plans.word.source.${need.source}`) }),
          need.audiences.length > 0 && wordsOf(t, 'plans.word.audience', need.audiences),
          need.place && isolate(need.place),
          need.rank !== null && t('plans.hands', { women: need.women, men: need.men }),
        ]
          .filter(Boolean)
          .join(' · ')}
        {need.findingId && (
          <>
            {' · '}
            <Link className="underline" to={`/thread/findings/${need.findingId}`}>
              {t('plans.open_finding')}
            </Link>
          </>
        )}
      </p>
      {need.deskFigures && <DeskFiguresLine figures={need.deskFigures} />}
      {onEdit && (
        <div className="no-print flex flex-wrap gap-x-4">
          <Button look="quiet" aria-label={t('thread.of_named', { name: t('thread.change'), word: name })} onPress={onEdit}>
            {t('thread.change')}
          </Button>
          <RemoveButton planId={view.plan.id} thing="need" thingId={need.id} name={name} acts={acts} />
        </div>
      )}
    </Card>
  );
}
