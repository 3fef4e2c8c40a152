import type { Plan } from '../contract.ts';
import { sum } from '../roll-up.ts';
import type { ComparedProject } from './contract.ts';
import type { DraftProject } from './contract-drafts.ts';
import { isSame } from './fold.ts';

/** What the projects of a spreadsheet would bring into the plan: those called alike are one, and only figures that differ are brought. */
export function compareDrafts(drafts: readonly DraftProject[], plan: Plan): ComparedProject[] {
  return drafts.map(({ costs, indicators, ...draft }) => {
    const known = plan.projects.find((project) => isSame(project.title, draft.title));
    return {
      id: known?.id ?? null,
      draft,
      cost: sum(costs.map((cost) => cost.amount)),
      costs: costs.flatMap((cost) => {
        const base = known?.costs.find((c) => c.year === cost.year && c.source === cost.source)?.amount ?? null;
        return base === cost.amount ? [] : [{ ...cost, base }];
      }),
      indicators: indicators.map(({ values, ...indicator }) => {
        const same = known?.indicators.find((one) => isSame(one.name, indicator.name));
        return {
          id: same?.id ?? null,
          draft: indicator,
          values: values.flatMap((value) => {
            const base = same?.values.find((v) => v.year === value.year && v.part === value.part)?.value ?? null;
            return base === value.value ? [] : [{ ...value, base }];
          }),
        };
      }),
    };
  });
}
