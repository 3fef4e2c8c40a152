import type { Plan, Told } from './contract.ts';
import { costedYears } from './lists.ts';

/** What is looked at, in the order of a plan. From the fields and questions of the field's own guides (DOMAIN 6.2, 6.3). */
export const checks = [
  'groups',
  'figures',
  'women_heard',
  'ranked',
  'markers',
  'main_aim',
  'cell',
  'holders',
  'costed',
  'measured',
  'by_sex',
  'ieecag',
  'regional',
] as const;
export type Check = (typeof checks)[number];
export interface Checked {
  key: Check;
  holds: 'yes' | 'partly' | 'no';
  /** What it is missing in: audiences by their key, or things of the plan. */
  missing: ({ audience: string } | { thing: 'session' | 'need' | 'project' | 'remark'; id: string; title: Told })[];
}

/** Those a plan that integrates migration speaks of. */
const groups = ['mre', 'returned_mre', 'rpt', 'women', 'children', 'youth'] as const;

const graded = (all: number, missing: number): Checked['holds'] => (all === 0 || missing === all ? 'no' : missing === 0 ? 'yes' : 'partly');

/** How well a plan integrates migration, and what is missing in it. Pure. */
export function checklist(plan: Plan): Checked[] {
  const projects = plan.projects.filter((p) => p.status !== 'dropped');
  const missingIn = (lacks: (project: (typeof projects)[number]) => boolean): Checked['missing'] =>
    projects.filter(lacks).map(({ id, title }) => ({ thing: 'project', id, title }));
  const perProject = (key: Check, lacks: (project: (typeof projects)[number]) => boolean): Checked => {
    const missing = missingIn(lacks);
    return { key, holds: graded(projects.length, missing.length), missing };
  };
  const first = plan.years.slice(0, costedYears);
  const found: Record<Check, () => Checked> = {
    groups: () => {
      const spoken = new Set<string>([...plan.needs, ...projects].flatMap((thing) => thing.audiences));
      const missing = groups.filter((audience) => !spoken.has(audience)).map((audience) => ({ audience }));
      return { key: 'groups', holds: graded(groups.length, missing.length), missing };
    },
    figures: () => {
      const counted = plan.needs.filter((n) => n.deskFigures !== null);
      const holds = counted.some((n) => n.deskFigures?.women != null) ? 'yes' : counted.length > 0 ? 'partly' : 'no';
      return { key: 'figures', holds, missing: [] };
    },
    women_heard: () => {
      const held = plan.sessions.filter((s) => s.kind !== 'council' && s.women + s.men > 0);
      const few = held.filter((s) => s.women * 3 < s.women + s.men);
      const women = held.reduce((sum, s) => sum + s.women, 0);
      const all = held.reduce((sum, s) => sum + s.women + s.men, 0);
      return {
        key: 'women_heard',
        holds: women === 0 ? 'no' : women * 3 >= all ? 'yes' : 'partly',
        missing: few.map((s) => ({ thing: 'session', id: s.id, title: s.place ? { fr: s.place } : {} })),
      };
    },
    ranked: () => {
      const missing: Checked['missing'] = plan.needs.filter((n) => n.rank === null).map(({ id, title }) => ({ thing: 'need', id, title }));
      return { key: 'ranked', holds: graded(plan.needs.length, missing.length), missing };
    },
    markers: () => perProject('markers', (p) => p.genderMarker === null || p.migrationMarker === null),
    main_aim: () => {
      const best = Math.max(0, ...projects.map((p) => p.migrationMarker ?? 0));
      return { key: 'main_aim', holds: best === 2 ? 'yes' : best === 1 ? 'partly' : 'no', missing: [] };
    },
    // A cell lives on what the commune itself gives it each year: the programme that paid the first ones ended.
    cell: () => {
      const cells = projects.filter((p) => p.themes.includes('cells'));
      const runs = cells.some((p) => first.every((year) => p.costs.some((c) => c.source === 'commune' && c.year === year && c.amount > 0)));
      return {
        key: 'cell',
        holds: runs ? 'yes' : cells.length > 0 ? 'partly' : 'no',
        missing: runs ? [] : cells.map(({ id, title }) => ({ thing: 'project', id, title })),
      };
    },
    holders: () => perProject('holders', (p) => p.holderOrganization === null && p.holder === null),
    costed: () => perProject('costed', (p) => !p.costs.some((c) => first.includes(c.year))),
    measured: () => perProject('measured', (p) => !p.indicators.some((i) => i.baseline !== null && i.target !== null && i.source !== null)),
    by_sex: () => perProject('by_sex', (p) => !p.indicators.some((i) => i.disaggregation.includes('sex'))),
    ieecag: () => {
      const said = plan.remarks.filter((r) => r.body === 'ieecag');
      const open = said.filter((r) => r.answer === null);
      const missing: Checked['missing'] = open.map(({ id, words }) => ({ thing: 'remark', id, title: words }));
      return { key: 'ieecag', holds: said.length === 0 ? 'no' : open.length > 0 ? 'partly' : 'yes', missing };
    },
    regional: () => ({ key: 'regional', holds: plan.regionalLink ? 'yes' : 'no', missing: [] }),
  };
  return checks.map((key) => found[key]());
}
