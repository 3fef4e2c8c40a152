import type { Plan } from './contract.ts';
import { type Stage, stages } from './lists.ts';

export type NextStep =
  | { kind: 'write'; what: 'sessions' | 'needs' | 'votes' | 'projects' | 'remarks' | 'answers' | 'year' }
  | { kind: 'go_on'; to: Stage }
  | { kind: 'none' };
type Writing = Extract<NextStep, { kind: 'write' }>['what'];

/** What of a stage is still to be written before it is over; undefined where nothing is missing. */
const missing: Partial<Record<Stage, (plan: Plan, today: string) => Writing | undefined>> = {
  prepared: ({ sessions }) => (sessions.length === 0 ? 'sessions' : undefined),
  diagnosis: ({ needs }) => (needs.length === 0 ? 'needs' : undefined),
  priorities: ({ needs }) => (needs.every((n) => n.rank === null) ? 'votes' : undefined),
  projects: ({ projects }) => (projects.length === 0 ? 'projects' : undefined),
  consultation: ({ remarks }) => {
    const said = remarks.filter((r) => r.body === 'ieecag');
    return said.length === 0 ? 'remarks' : said.some((r) => r.answer === null) ? 'answers' : undefined;
  },
  // Each year of the plan that is over is judged.
  running: ({ years, evaluations }, today) => {
    const adopted = new Set(evaluations.filter((e) => e.status === 'adopted').map((e) => e.year));
    return years.some((year) => year < Number(today.slice(0, 4)) && !adopted.has(year)) ? 'year' : undefined;
  },
};

/** The one thing to do next with a plan as it stands. */
export function nextStep(plan: Plan, today: string): NextStep {
  const what = missing[plan.stage]?.(plan, today);
  if (what) return { kind: 'write', what };
  const to = stages[stages.indexOf(plan.stage) + 1];
  // A running plan is closed when its last year is over, not as soon as a year was judged.
  const isRunningOn = plan.stage === 'running' && today <= `${plan.years.at(-1)}-12-31`;
  return to && !isRunningOn ? { kind: 'go_on', to } : { kind: 'none' };
}
