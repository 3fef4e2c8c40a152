import { Words } from '../../../coordination/screens/index.ts';
import { Badge } from '../../../ui/card.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import type { Plan, PlanChange } from '../../contract.ts';
import { useFieldLabel } from '../parts/plan-field.tsx';
import { ShownValue } from '../parts/shown-value.tsx';

const tones = { added: 'good', removed: 'bad', changed: 'info' } as const;
/** What the cells of a table are named by beside their year. */
const cellFamilies: Record<string, string> = {
  cost: 'plans.word.money',
  indicator_value: 'plans.word.part',
  session: 'plans.word.session',
};

/** What became another, thing by thing: what it was, what it is. */
export function Changes({ changes, plan }: { changes: readonly PlanChange[]; plan: Plan }) {
  const { t } = useLanguage();
  if (changes.length === 0) return <p className="text-quiet">{t('plans.compare.same')}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {changes.map((change) => (
        <li key={`${change.thing} ${change.id}`} className="flex flex-col gap-2 py-3">
          <Change change={change} plan={plan} />
        </li>
      ))}
    </ul>
  );
}

function Change({ change, plan }: { change: PlanChange; plan: Plan }) {
  const { t } = useLanguage();
  const label = useFieldLabel();
  const { of, thing, kind } = change;
  const family = cellFamilies[thing];
  return (
    <>
      <p className="flex items-start gap-2">
        <Badge tone={tones[kind]}>{t(`plans.change.${kind}`)}</Badge>
        <span>
          {t(`plans.thing.${thing}`)} <strong>{<Words told={of.title} />}</strong>
          {of.year !== null && ` · ${of.year}`}
          {of.cell && family && ` · ${t(`${family}.${of.cell}`)}`}
        </span>
      </p>
      {change.fields.map(({ field, before, after }) => (
        <div key={field} className="grid gap-2 sm:grid-cols-[10rem_1fr_1fr]">
          <span className="text-sm text-quiet">{label(thing, field)}</span>
          <del className="rounded-lg bg-bad-soft px-2 py-1 no-underline">
            <span className="sr-only">{t('plans.change.before')} </span>
            <ShownValue field={field} value={before} plan={plan} />
          </del>
          <ins className="rounded-lg bg-good-soft px-2 py-1 no-underline">
            <span className="sr-only">{t('plans.change.after')} </span>
            <ShownValue field={field} value={after} plan={plan} />
          </ins>
        </div>
      ))}
    </>
  );
}
