import { useState } from 'react';
import { useTold } from '../../../coordination/screens/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useT } from '../../../workspace/language.tsx';
import type { Conflict, Plan, PlanView } from '../../contract.ts';
import { useFieldLabel } from './plan-field.tsx';
import { ShownValue } from './shown-value.tsx';

/** Two people wrote the same field at once: both stand here until one of them says which one stays, or writes one from both. */
export function Conflicts({ view, acts }: { view: PlanView; acts: Acts }) {
  return view.conflicts.map((conflict) => (
    <Choose key={conflict.id} conflict={conflict} plan={view.plan} mayWrite={view.mayWrite} acts={acts} />
  ));
}

/** What the field is of. */
function ofWhich(plan: Plan, { thing, thingId }: Conflict) {
  const all = [...plan.needs, ...plan.projects].map((each) => ({ id: each.id, told: each.title }));
  const indicators = plan.projects.flatMap((p) => p.indicators).map((i) => ({ id: i.id, told: i.name }));
  const found = [...all, ...indicators].find((each) => each.id === thingId);
  return found?.told ?? (thing === 'plan' ? plan.title : undefined);
}

function Choose({ conflict, plan, mayWrite, acts }: { conflict: Conflict; plan: Plan; mayWrite: boolean; acts: Acts }) {
  const t = useT();
  const told = useTold();
  const label = useFieldLabel();
  const { id, thing, field, language, theirs, mine } = conflict;
  const [text, setText] = useState(language ? String(theirs ?? '') : '');
  const of = ofWhich(plan, conflict);
  const settle = (value: unknown) =>
    acts.act({ kind: 'plans.settle', payload: { planId: plan.id, conflictId: id, value } }, t('thread.conflict.settled'));
  const dir = language === 'ar' ? 'rtl' : 'ltr';
  return (
    <Card>
      <h2>
        {t('thread.conflict', { name: label(thing, field) })}
        {of && ` · ${told(of)}`}
      </h2>
      <div className="grid gap-4 sm:grid-cols-2">
        {[theirs, mine].map((value, place) => (
          <div key={place === 0 ? 'theirs' : 'mine'} className="flex flex-col gap-2">
            <h3>{t(place === 0 ? 'thread.conflict.stands' : 'thread.conflict.other')}</h3>
            <p className="rounded-xl bg-paper p-3">
              <ShownValue field={field} value={value} language={language} plan={plan} />
            </p>
            {mayWrite && (
              <Button className="self-start" onPress={() => (language ? setText(String(value ?? '')) : settle(value))}>
                {t('thread.conflict.take')}
              </Button>
            )}
          </div>
        ))}
      </div>
      {mayWrite && language && (
        <>
          <Field label={t('thread.conflict.text')} rows={5} dir={dir} maxLength={8000} value={text} onChange={setText} />
          <p>
            <Button look="main" onPress={() => settle(text.trim())}>
              {t('thread.conflict.settle')}
            </Button>
          </p>
        </>
      )}
    </Card>
  );
}
