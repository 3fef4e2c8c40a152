import type { Plan, Told } from './contract.ts';
import type { PublicPart } from './lists.ts';
import type { Rows } from './rows.ts';

const of: Record<PublicPart, readonly (keyof Rows)[]> = {
  sessions: ['session'],
  needs: ['need', 'vote'],
  costs: ['cost'],
  indicators: ['indicator', 'indicator_value'],
  remarks: ['remark'],
  evaluations: ['evaluation', 'judged'],
};

/**
 * What everybody may read of a frozen version: its title, vision, stage and projects, and the parts that were chosen. The screen shows these very
 * rows before they are published. A year's evaluation that no council adopted stays inside; so does why a plan went back a stage.
 */
export function publicRows(rows: Rows, parts: readonly PublicPart[]): Rows {
  const shown: Rows = { ...rows, plan: { ...rows.plan, reason: null } };
  for (const [part, tables] of Object.entries(of)) {
    if (!parts.includes(part as PublicPart)) for (const table of tables) Object.assign(shown, { [table]: [] });
  }
  const adopted = shown.evaluation.filter((e) => e.status === 'adopted');
  const ids = new Set(adopted.map((e) => e.id));
  return { ...shown, evaluation: adopted, judged: shown.judged.filter((j) => ids.has(j.evaluation_id)) };
}

/** What of a published plan other communes may copy: its projects, with whose they are. */
export const entriesOf = (plan: Plan) =>
  plan.projects
    .filter((project) => project.status !== 'dropped')
    .map((project) => ({
      id: project.id,
      title: project.title,
      objective: project.objective,
      themes: project.themes,
      audiences: project.audiences,
      holder: project.holderOrganization?.name ?? project.holder ?? plan.organization.name,
      commune: plan.commune.name,
      year: Number(project.startsOn?.slice(0, 4) ?? plan.years[0]),
      indicators: project.indicators.map(({ name, unit }): { name: Told; unit: Told | null } => ({ name, unit })),
    }));
