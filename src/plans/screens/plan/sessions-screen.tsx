import { useState } from 'react';
import { Text } from '../../../coordination/screens/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Session } from '../../contract.ts';
import { isOpen } from '../../rules.ts';
import { isolate } from '../parts/isolate.ts';
import { type InPlan, PlanFrame } from '../parts/plan-frame.tsx';
import { RemoveButton } from '../parts/remove-button.tsx';
import { ThingForm } from '../parts/thing-form.tsx';
import { toTyped } from '../parts/values.ts';
import { Votes } from './votes.tsx';

/** Meetings of the plan: who was there, women and men, and at those that ranked, the hands counted for each need. */
export function SessionsScreen() {
  return <PlanFrame section="sessions">{(plan) => <Sessions {...plan} />}</PlanFrame>;
}

function Sessions({ view, acts }: InPlan) {
  const t = useT();
  const [open, setOpen] = useState<Session | 'new'>();
  const { plan } = view;
  const mayWrite = view.mayWrite && isOpen(plan.stage);
  const form = { plan, thing: 'session' as const, acts, said: t('plans.saved'), onClose: () => setOpen(undefined) };
  return (
    <>
      {mayWrite && (
        <p className="no-print">
          <Button look={plan.sessions.length === 0 ? 'main' : 'second'} onPress={() => setOpen('new')}>
            {t('plans.add.session')}
          </Button>
        </p>
      )}
      {open === 'new' && (
        <ThingForm {...form} title={t('plans.add.session')} begin={{ women: '0', men: '0', held_on: toTyped('day', view.today) }} />
      )}
      {plan.sessions.length === 0 && <Empty title={t('plans.sessions.none')}>{t('plans.sessions.none.then')}</Empty>}
      <ol className="flex flex-col gap-3">
        {[...plan.sessions].reverse().map((session) => (
          <li key={session.id}>
            {typeof open === 'object' && open.id === session.id ? (
              <ThingForm {...form} title={t('plans.edit.session')} current={session} />
            ) : (
              <SessionCard session={session} view={view} acts={acts} {...(mayWrite ? { onEdit: () => setOpen(session) } : {})} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function SessionCard({ session, view, acts, onEdit }: InPlan & { session: Session; onEdit?: () => void }) {
  const t = useT();
  const dates = useDates();
  const name = [t(`plans.word.session.${session.kind}`), dates.day(session.heldOn)].join(t('workspace.list_comma'));
  return (
    <Card className="gap-3!">
      <h2>{name}</h2>
      <p className="text-quiet">
        {[session.place && isolate(session.place), t('plans.attended', { women: session.women, men: session.men })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {session.organizations && <p dir="auto">{session.organizations}</p>}
      {session.words && <Text told={session.words} />}
      {session.kind === 'ranking' && <Votes session={session} view={view} />}
      {onEdit && (
        <div className="no-print flex flex-wrap gap-x-4">
          <Button look="quiet" aria-label={t('thread.of_named', { name: t('thread.change'), word: name })} onPress={onEdit}>
            {t('thread.change')}
          </Button>
          <RemoveButton planId={view.plan.id} thing="session" thingId={session.id} name={name} acts={acts} />
        </div>
      )}
    </Card>
  );
}
