import type { BringIn, ComparedProject } from './contract.ts';
import { mostProjects } from './lists.ts';

/** In characters: what one change carries stays well under what a request may. */
const mostSaid = 300_000;
type Sent = BringIn['projects'][number];

function sentOf({ id, draft, costs, indicators }: ComparedProject, newId: () => string): Sent {
  const { title, objective, holder, partners, place, startsOn, endsOn, status } = draft;
  return {
    projectId: id ?? newId(),
    row: id === null ? { title, objective, holder, partners, place, starts_on: startsOn, ends_on: endsOn, status } : null,
    costs: costs.map((cost) => ({ ...cost, id: newId() })),
    indicators: indicators
      .filter((i) => i.id === null || i.values.length > 0)
      .map(({ id, draft: { baselineYear, targetYear, ...rest }, values }) => ({
        indicatorId: id ?? newId(),
        row: id === null ? { ...rest, baseline_year: baselineYear, target_year: targetYear } : null,
        values: values.map((value) => ({ ...value, id: newId() })),
      })),
  };
}

/** The changes that bring these projects in: several, when there is much to bring. Pure but for the identifiers it is given. */
export function changesOf(planId: string, projects: readonly ComparedProject[], newId: () => string): BringIn[] {
  const changes: BringIn[] = [];
  let size = 0;
  for (const project of projects.map((one) => sentOf(one, newId))) {
    const more = JSON.stringify(project).length;
    const last = changes.at(-1);
    if (last && last.projects.length < mostProjects && size + more <= mostSaid) {
      last.projects.push(project);
      size += more;
    } else {
      changes.push({ planId, projects: [project] });
      size = more;
    }
  }
  return changes;
}
