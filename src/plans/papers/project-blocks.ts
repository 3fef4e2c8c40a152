import type { Block } from '../../platform/documents/index.ts';
import type { Indicator, Plan, Project } from '../contract.ts';
import { costTable } from './money-blocks.ts';
import { factsOf, type Speaker } from './speak.ts';

/** Who carries it, in the words of the directory or of the plan. */
export const holderOf = ({ holderOrganization, holder }: Project, { say }: Speaker): string => say(holderOrganization?.name) || say(holder);

function periodOf({ startsOn, endsOn }: Project, { t, day }: Speaker): string {
  if (startsOn && endsOn) return t('plans.paper.when.both', { from: day(startsOn), to: day(endsOn) });
  if (startsOn) return t('plans.paper.when.from', { from: day(startsOn) });
  return endsOn ? t('plans.paper.when.to', { to: day(endsOn) }) : '';
}

/** A figure with the year it is of; '' where there is none. */
export function figureOf(value: number | null, year: number | null, { t, number }: Speaker): string {
  if (value === null) return '';
  return year === null ? number(value) : t('plans.paper.of.year', { value: number(value), year: String(year) });
}

/** An indicator by its name, its unit, and how it is found out. */
export function indicatorName({ name, unit, source, formula, disaggregation }: Indicator, { t, say, list }: Speaker): string {
  const how = [
    say(source) && t('plans.paper.indicator.source', { source: say(source) }),
    say(formula) && t('plans.paper.indicator.formula', { formula: say(formula) }),
    disaggregation.length > 0 && t('plans.paper.indicator.by', { by: list('by', disaggregation) }),
  ].filter(Boolean);
  const named = say(unit) ? `${say(name)} (${say(unit)})` : say(name);
  return [named, ...how].join(' · ');
}

function indicatorTable(indicators: readonly Indicator[], speaker: Speaker): Block[] {
  if (indicators.length === 0) return [];
  const { t } = speaker;
  return [
    {
      kind: 'table',
      title: t('plans.paper.indicators'),
      head: ['indicator', 'baseline', 'target', 'newest'].map((key) => t(`plans.paper.${key}`)),
      numbers: [1, 2, 3],
      rows: indicators.map((indicator) => {
        const newest = indicator.values.findLast((v) => v.part === '');
        return [
          indicatorName(indicator, speaker),
          figureOf(indicator.baseline, indicator.baselineYear, speaker),
          figureOf(indicator.target, indicator.targetYear, speaker),
          newest ? figureOf(newest.value, newest.year, speaker) : '',
        ];
      }),
    },
  ];
}

function projectBlocks(project: Project, n: number, plan: Plan, speaker: Speaker): Block[] {
  const { t, say, list, share, money } = speaker;
  const marker = (value: number | null): string => (value === null ? '' : t(`plans.word.marker.${value}`));
  const answers = plan.needs.filter((need) => project.needIds.includes(need.id)).map((need) => say(need.title));
  const partners = [...project.partnerOrganizations.map((o) => say(o.name)), say(project.partners)].filter((name) => name !== '');
  const { credit } = project;
  return [
    { kind: 'heading', level: 2, text: t('plans.paper.project.of', { n, title: say(project.title) }) },
    ...(project.objective ? [{ kind: 'text' as const, text: say(project.objective) }] : []),
    {
      kind: 'facts',
      facts: factsOf([
        [t('plans.paper.status'), t(`plans.word.status.${project.status}`)],
        [t('plans.paper.holder'), holderOf(project, speaker)],
        [t('plans.paper.partners'), partners.join(' – ')],
        [t('plans.paper.place'), project.place ?? ''],
        [t('plans.paper.when'), periodOf(project, speaker)],
        [t('plans.paper.need.audiences'), list('audience', project.audiences)],
        [t('plans.paper.themes'), project.themes.map((theme) => t(`coordination.public.theme.${theme}`)).join(' – ')],
        [t('plans.paper.answers'), answers.join(' – ')],
        [t('plans.paper.gender'), marker(project.genderMarker)],
        [t('plans.paper.migration'), marker(project.migrationMarker)],
        [t('plans.paper.cost'), project.cost > 0 ? money(project.cost) : ''],
        [t('plans.paper.credit'), credit ? [say(credit.title), say(credit.holder), say(credit.commune)].filter(Boolean).join(' – ') : ''],
      ]),
    },
    ...(project.progress.share !== null && project.status !== 'planned'
      ? [
          {
            kind: 'progress' as const,
            label: t('plans.paper.brief.progress'),
            share: project.progress.share,
            words: share(project.progress.share),
          },
        ]
      : []),
    ...(project.costs.length > 0 ? [costTable(project.costs, plan.years, t('plans.paper.costs'), speaker)] : []),
    ...indicatorTable(project.indicators, speaker),
  ];
}

/** All projects in one table, then each on its own. */
export function projectsBlocks(plan: Plan, speaker: Speaker): Block[] {
  const { t, say, amount, money } = speaker;
  const heading: Block = { kind: 'heading', level: 1, text: t('plans.paper.projects') };
  if (plan.projects.length === 0) return [heading, { kind: 'text', text: t('plans.paper.projects.none'), look: 'quiet' }];
  return [
    heading,
    {
      kind: 'table',
      title: t('plans.paper.projects.all'),
      head: ['', ...['project', 'holder', 'status', 'cost'].map((key) => t(`plans.paper.${key}`))],
      numbers: [0, 4],
      rows: plan.projects.map((project, i) => [
        String(i + 1),
        say(project.title),
        holderOf(project, speaker),
        t(`plans.word.status.${project.status}`),
        project.cost > 0 ? amount(project.cost) : '–',
      ]),
      total: ['', t('plans.paper.total'), '', '', money(plan.totals.cost)],
    },
    ...plan.projects.flatMap((project, i) => projectBlocks(project, i + 1, plan, speaker)),
  ];
}
