import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import type { Typed } from '../../../coordination/screens/index.ts';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import type { Change } from '../../../workspace/outbox/sender.ts';
import type { Plan } from '../../contract.ts';
import type { FieldKind, Thing } from '../../lists.ts';
import { PlanField } from './plan-field.tsx';
import { fromTyped, isMissing, isWrong, standing, toTyped, typedFields, type TypedRow } from './values.ts';

interface ThingFormProps {
  plan: Plan;
  thing: Thing;
  title: string;
  /** What is changed, as the plan tells it; a new one where there is none. */
  current?: { id: string } | undefined;
  /** What of a new one is said already. */
  fixed?: Record<string, unknown>;
  /** What stands in the fields of a new one to begin with. */
  begin?: TypedRow;
  acts: Acts;
  said: string;
  onClose: (id?: string) => void;
}
interface Drafted {
  base: TypedRow;
  typed: TypedRow;
}
const both = ['fr', 'ar'] as const;
const needed = (kind: FieldKind) => 'isNeeded' in kind && kind.isNeeded;

/** What was changed of a thing, field by field, each with what its writer saw: what others wrote meanwhile is brought together with it. */
function editsOf({ base, typed }: Drafted, plan: Plan, thing: Thing, thingId: string): Change[] {
  const edit = (payload: object): Change => ({
    kind: 'plans.edit',
    payload: { planId: plan.id, thing, thingId, conflictId: uuidv7(), ...payload },
  });
  return typedFields(thing).flatMap(([field, { kind }]) => {
    const [was, is] = [base[field] ?? '', typed[field] ?? ''];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    if (kind !== 'told') return [edit({ field, base: fromTyped(kind, was), value: fromTyped(kind, is) })];
    const [before, after] = [was as Typed, is as Typed];
    // What comes is sent before what goes: words that are needed never stand in no language.
    return both
      .filter((language) => before[language].trim() !== after[language].trim())
      .sort((a, b) => Number(after[a].trim() === '') - Number(after[b].trim() === ''))
      .map((language) => edit({ field, language, base: before[language], value: after[language].trim() }));
  });
}

/** Writes a thing of the plan, new or again. What is typed stays on the device until it is sent. */
export function ThingForm({ plan, thing, title, current, fixed = {}, begin = {}, acts, said, onClose }: ThingFormProps) {
  const t = useT();
  const fields = typedFields(thing);
  const [isChecked, setChecked] = useState(false);
  const name = current ? `plan:${thing}:${current.id}` : `plan:${thing}:new:${plan.id}:${JSON.stringify(fixed)}`;
  const { value, change, discard } = useDraft<Drafted>(name, () => {
    const now = Object.fromEntries(
      fields.map(([field, { kind }]) => [field, begin[field] ?? toTyped(kind, current ? standing(current, field) : null)]),
    );
    return { base: now, typed: now };
  });
  if (!value) return null;
  const { typed } = value;
  const { starts_on: starts, ends_on: ends } = typed;
  const endsFirst = typeof starts === 'string' && typeof ends === 'string' && starts !== '' && ends !== '' && ends < starts;
  const problemOf = (field: string, kind: FieldKind): string | undefined => {
    const is = typed[field] ?? '';
    if (field === 'ends_on' && endsFirst) return t('thread.ends_before');
    if (isWrong(kind, is)) return t('plans.number.wrong');
    return isChecked && isMissing(kind, is) ? t('invitation.needed') : undefined;
  };
  async function close(id?: string): Promise<void> {
    await discard();
    onClose(id);
  }
  async function save(): Promise<void> {
    if (!value) return;
    const isIncomplete = fields.some(([field, kind]) => isWrong(kind, typed[field] ?? '') || isMissing(kind, typed[field] ?? ''));
    if (isIncomplete || endsFirst) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    if (current) {
      const edits = editsOf(value, plan, thing, current.id);
      if (edits.length > 0) await acts.act(edits, said);
      return close(current.id);
    }
    const thingId = uuidv7();
    const row = Object.fromEntries(
      fields.map(([field, { kind }]) => [field, fromTyped(kind, typed[field] ?? '')]).filter(([, each]) => each !== null),
    );
    await acts.act({ kind: 'plans.add', payload: { planId: plan.id, thing, thingId, row: { ...row, ...fixed } } }, said);
    return close(thingId);
  }
  // What has to be said comes before what may be.
  const ordered = [...fields].sort(([, a], [, b]) => Number(!needed(a)) - Number(!needed(b)));
  return (
    <Card>
      <h2>{title}</h2>
      {ordered.map(([field, kind]) => (
        <PlanField
          key={field}
          plan={plan}
          thing={thing}
          name={field}
          kind={kind}
          value={typed[field] ?? toTyped(kind.kind, null)}
          onChange={(next) => change({ typed: { ...typed, [field]: next } })}
          error={problemOf(field, kind)}
        />
      ))}
      <p className="flex flex-wrap gap-3">
        <Button look="main" onPress={save}>
          {t('plans.save')}
        </Button>
        <Button onPress={() => close()}>{t('workspace.cancel')}</Button>
      </p>
      <p className="text-sm text-quiet">{t('thread.kept')}</p>
    </Card>
  );
}
