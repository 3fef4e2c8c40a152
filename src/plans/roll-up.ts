import type { Evaluation, Indicator, IndicatorValue, Progress, Project, Totals } from './contract.ts';
import { moneySources, type ProjectStatus, projectStatuses } from './lists.ts';

/** Amounts have two decimals: summed in hundredths, since a tenth is no number of a computer's. */
export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;

const within = (share: number): number => Math.min(1, Math.max(0, share));

/** How much of the way from baseline to target the newest value of everybody has gone; a target below its baseline is reached by going down. */
export function indicatorProgress({
  baseline,
  target,
  values,
}: Pick<Indicator, 'baseline' | 'target'> & { values: readonly IndicatorValue[] }): number | null {
  const newest = values.filter((v) => v.part === '').sort((a, b) => b.year - a.year)[0];
  if (baseline === null || target === null || !newest || baseline === target) return null;
  return within((newest.value - baseline) / (target - baseline));
}

const mean = (shares: readonly number[]): number | null => (shares.length ? shares.reduce((a, b) => a + b, 0) / shares.length : null);

/** What was judged in the newest adopted year speaks first, then the indicators, then the status; nothing is guessed of a project under way. */
export function projectProgress(
  project: { id: string; status: ProjectStatus; indicators: readonly Pick<Indicator, 'progress'>[] },
  evaluations: readonly Evaluation[],
): Progress {
  const judged = [...evaluations]
    .filter((e) => e.status === 'adopted')
    .sort((a, b) => b.year - a.year)
    .map((e) => e.judged.find((j) => j.projectId === project.id)?.share)
    .find((share) => share !== undefined && share !== null);
  if (judged !== undefined && judged !== null) return { share: judged, from: 'evaluation' };
  const known = mean(project.indicators.flatMap((i) => (i.progress === null ? [] : [i.progress])));
  if (known !== null) return { share: known, from: 'indicators' };
  if (project.status === 'done') return { share: 1, from: 'status' };
  if (project.status === 'planned') return { share: 0, from: 'status' };
  return { share: null, from: null };
}

/** Sums of a plan; what was dropped costs nothing. Of the mean, a project of which nothing is known counts as not begun, unless none is known. */
export function totalsOf(projects: readonly Project[], years: readonly number[]): Totals {
  const live = projects.filter((p) => p.status !== 'dropped');
  const costs = live.flatMap((p) => p.costs);
  const all = [...new Set([...years, ...costs.map((c) => c.year)])].sort((a, b) => a - b);
  const migration = live.filter((p) => (p.migrationMarker ?? 0) > 0);
  const shares = live.map((p) => p.progress.share);
  return {
    cost: sum(live.map((p) => p.cost)),
    // What was spent is spent, also on what was dropped later.
    spent: sum(projects.map((p) => p.spent)),
    byYear: all.map((year) => ({ year, amount: sum(costs.filter((c) => c.year === year).map((c) => c.amount)) })),
    bySource: moneySources
      .map((source) => ({ source, amount: sum(costs.filter((c) => c.source === source).map((c) => c.amount)) }))
      .filter((s) => s.amount > 0),
    projects: Object.fromEntries(projectStatuses.map((s) => [s, projects.filter((p) => p.status === s).length])) as Record<
      ProjectStatus,
      number
    >,
    forMigration: { projects: migration.length, cost: sum(migration.map((p) => p.cost)) },
    progress: shares.every((share) => share === null) ? null : mean(shares.map((share) => share ?? 0)),
  };
}
