import { useState } from 'react';
import { ProgressBar, useTold, Words } from '../../../coordination/screens/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, Fact } from '../../../ui/card.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Indicator, Plan, Project } from '../../contract.ts';
import type { Disaggregation, ValuePart } from '../../lists.ts';
import { CellField } from '../parts/cell-field.tsx';
import { useFill } from '../parts/fill.ts';
import { RemoveButton } from '../parts/remove-button.tsx';
import { NumberHead, Sheet } from '../parts/table.tsx';
import { ThingForm } from '../parts/thing-form.tsx';

/** Whose values an indicator keeps beside everybody's. */
const partsOf: Record<Disaggregation, readonly ValuePart[]> = {
  sex: ['women', 'men'],
  age: ['children', 'youth'],
  audience: ['mre', 'returned_mre', 'rpt'],
  place: [],
};
interface InProject {
  project: Project;
  plan: Plan;
  mayWrite: boolean;
  acts: Acts;
}

/** By what a project is measured: from where, to where, where it stands year by year. */
export function Indicators({ project, plan, mayWrite, acts }: InProject) {
  const t = useT();
  const [open, setOpen] = useState<Indicator | 'new'>();
  const form = { plan, thing: 'indicator' as const, acts, said: t('plans.saved'), onClose: () => setOpen(undefined) };
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('plans.indicators')}</h2>
      {project.indicators.length === 0 && open !== 'new' && <p className="text-quiet">{t('plans.indicators.none')}</p>}
      {project.indicators.map((indicator) =>
        typeof open === 'object' && open.id === indicator.id ? (
          <ThingForm key={indicator.id} {...form} title={t('plans.edit.indicator')} current={indicator} />
        ) : (
          <OneIndicator
            key={indicator.id}
            indicator={indicator}
            plan={plan}
            acts={acts}
            {...(mayWrite ? { onEdit: () => setOpen(indicator) } : {})}
          />
        ),
      )}
      {open === 'new' && <ThingForm {...form} title={t('plans.add.indicator')} fixed={{ project_id: project.id }} />}
      {mayWrite && open !== 'new' && (
        <p className="no-print">
          <Button onPress={() => setOpen('new')}>{t('plans.add.indicator')}</Button>
        </p>
      )}
    </section>
  );
}

function OneIndicator({ indicator, plan, acts, onEdit }: { indicator: Indicator; plan: Plan; acts: Acts; onEdit?: () => void }) {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const name = told(indicator.name);
  const unit = indicator.unit ? told(indicator.unit) : '';
  const at = (value: number | null, year: number | null) =>
    value === null ? t('plans.nothing') : `${dates.number(value)} ${unit}${year === null ? '' : ` (${year})`}`;
  return (
    <Card>
      <h3>
        <Words told={indicator.name} />
      </h3>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Fact label={t('plans.field.baseline')}>{at(indicator.baseline, indicator.baselineYear)}</Fact>
        <Fact label={t('plans.field.target')}>{at(indicator.target, indicator.targetYear)}</Fact>
        {indicator.source && <Fact label={t('plans.field.source')}>{told(indicator.source)}</Fact>}
        {indicator.formula && <Fact label={t('plans.field.formula')}>{told(indicator.formula)}</Fact>}
      </dl>
      <ProgressBar progress={indicator.progress} none={t('plans.progress.none')} />
      <Values indicator={indicator} plan={plan} name={name} mayWrite={onEdit !== undefined} />
      {onEdit && (
        <div className="no-print flex flex-wrap gap-x-4">
          <Button look="quiet" aria-label={t('thread.of_named', { name: t('thread.change'), word: name })} onPress={onEdit}>
            {t('thread.change')}
          </Button>
          <RemoveButton planId={plan.id} thing="indicator" thingId={indicator.id} name={name} acts={acts} />
        </div>
      )}
    </Card>
  );
}

interface ValuesProps {
  indicator: Indicator;
  plan: Plan;
  name: string;
  mayWrite: boolean;
}
function Values({ indicator, plan, name, mayWrite }: ValuesProps) {
  const t = useT();
  const dates = useDates();
  const wanted = indicator.disaggregation.flatMap((by) => partsOf[by]);
  const parts: ValuePart[] = [...new Set<ValuePart>(['', ...wanted, ...indicator.values.map((v) => v.part)])];
  const standsAt = (year: number, part: ValuePart) => indicator.values.find((v) => v.year === year && v.part === part)?.value ?? null;
  const partName = (part: ValuePart) => (part === '' ? t('plans.everybody') : t(`plans.word.part.${part}`));
  const send = useFill(plan.id);
  const fill = (year: number, part: ValuePart) => (base: number | null, value: number | null) =>
    send({ thing: 'indicator_value', key: { indicator_id: indicator.id, year, part }, field: 'value', base, value });
  if (!mayWrite && indicator.values.length === 0) return null;
  return (
    <Sheet
      label={t('plans.values', { name })}
      head={
        <tr>
          <th scope="col">{t('plans.of_whom')}</th>
          {plan.years.map((year) => (
            <NumberHead key={year}>{year}</NumberHead>
          ))}
        </tr>
      }
    >
      {parts.map((part) => (
        <tr key={part}>
          <th scope="row">{partName(part)}</th>
          {plan.years.map((year) => {
            const value = standsAt(year, part);
            return (
              <td key={year} className="text-end tabular-nums">
                {mayWrite ? (
                  <CellField
                    label={`${name}, ${partName(part)}, ${year}`}
                    value={value}
                    least={-1e12}
                    most={1e12}
                    onFill={fill(year, part)}
                  />
                ) : value === null ? (
                  '–'
                ) : (
                  dates.number(value)
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </Sheet>
  );
}
