import { Card } from '../../../ui/card.tsx';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { Plan, Project } from '../../contract.ts';
import { costedYears, type MoneySource, moneySources } from '../../lists.ts';
import { sum } from '../../roll-up.ts';
import { CellField } from '../parts/cell-field.tsx';
import { useFill } from '../parts/fill.ts';
import { NumberHead, Sheet } from '../parts/table.tsx';

interface InProject {
  project: Project;
  plan: Plan;
  mayWrite: boolean;
}

/** What a project costs by year and by whose money, in dirhams; the first three years are those the law asks for. */
export function Costs({ project, plan, mayWrite }: InProject) {
  const t = useT();
  const dates = useDates();
  const years = [...new Set([...plan.years, ...project.costs.map((c) => c.year)])].sort((a, b) => a - b);
  const amountOf = (source: MoneySource, year: number) => project.costs.find((c) => c.source === source && c.year === year)?.amount ?? null;
  const totalOf = (costs: Project['costs']) => dates.number(sum(costs.map((c) => c.amount)));
  const send = useFill(plan.id);
  const fill = (source: MoneySource, year: number) => (base: number | null, value: number | null) =>
    send({ thing: 'cost', key: { project_id: project.id, year, source }, field: 'amount', base, value });
  const shown = mayWrite ? moneySources : moneySources.filter((source) => project.costs.some((c) => c.source === source));
  return (
    <Card>
      <h2>{t('plans.costs')}</h2>
      <p className="text-sm text-quiet">{t(mayWrite ? 'plans.costs.hint' : 'plans.costs.unit')}</p>
      <Sheet
        label={t('plans.costs')}
        head={
          <tr>
            <th scope="col">{t('plans.whose_money')}</th>
            {years.map((year) => (
              <NumberHead key={year} isQuiet={!plan.years.slice(0, costedYears).includes(year)}>
                {year}
              </NumberHead>
            ))}
            <th scope="col" className="ps-4! text-end!">
              {t('plans.total')}
            </th>
          </tr>
        }
        foot={
          <tr>
            <th scope="row">{t('plans.total')}</th>
            {years.map((year) => (
              <td key={year} className="text-end tabular-nums">
                {totalOf(project.costs.filter((c) => c.year === year))}
              </td>
            ))}
            <td className="ps-4! text-end tabular-nums">{dates.number(project.cost)}</td>
          </tr>
        }
      >
        {shown.map((source) => (
          <tr key={source}>
            <th scope="row">{t(`plans.word.money.${source}`)}</th>
            {years.map((year) => (
              <td key={year} className="text-end tabular-nums">
                {mayWrite ? (
                  <CellField
                    label={t('thread.of_named', { name: t(`plans.word.money.${source}`), word: String(year) })}
                    value={amountOf(source, year)}
                    onFill={fill(source, year)}
                  />
                ) : (
                  dates.number(amountOf(source, year) ?? 0)
                )}
              </td>
            ))}
            <td className="ps-4! text-end tabular-nums">{totalOf(project.costs.filter((c) => c.source === source))}</td>
          </tr>
        ))}
      </Sheet>
    </Card>
  );
}
