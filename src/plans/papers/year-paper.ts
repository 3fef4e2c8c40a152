import type { Block, Paper } from '../../platform/documents/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Evaluation, Plan } from '../contract.ts';
import { sum } from '../roll-up.ts';
import { signatureBlocks } from './plan-paper.ts';
import { figureOf, holderOf, indicatorName } from './project-blocks.ts';
import { type PaperLanguage, type Speaker, speakerOf } from './speak.ts';

const plannedOf = (plan: Plan, year: number): Map<string, number> =>
  new Map(plan.projects.map((p) => [p.id, sum(p.costs.filter((c) => c.year === year).map((c) => c.amount))]));

function projectBlocks(plan: Plan, { year, judged }: Evaluation, speaker: Speaker): Block[] {
  const { t, say, amount, share, money } = speaker;
  const planned = plannedOf(plan, year);
  const told = new Map(judged.map((j) => [j.projectId, j]));
  // What was dropped stands here only if the year says something of it.
  const shown = plan.projects.filter((p) => p.status !== 'dropped' || told.has(p.id));
  const all = sum(shown.map((p) => planned.get(p.id) ?? 0));
  const spent = sum(judged.map((j) => j.spent ?? 0));
  const words = shown.flatMap((p) => (say(told.get(p.id)?.words) ? [{ project: p, words: say(told.get(p.id)?.words) }] : []));
  return [
    { kind: 'heading', level: 1, text: t('plans.paper.year.table') },
    {
      kind: 'text',
      text:
        all > 0
          ? t('plans.paper.year.rate', { spent: money(spent), planned: money(all), share: share(spent / all) })
          : t('plans.paper.year.rateNone', { spent: money(spent) }),
    },
    {
      kind: 'table',
      head: [
        ...['project', 'holder', 'status'].map((key) => t(`plans.paper.${key}`)),
        t('plans.paper.year.planned', { year: String(year) }),
        t('plans.paper.year.spent', { year: String(year) }),
        t('plans.paper.year.share'),
      ],
      numbers: [3, 4, 5],
      rows: shown.map((p) => {
        const { spent = null, share: came = null } = told.get(p.id) ?? {};
        return [
          say(p.title),
          holderOf(p, speaker),
          t(`plans.word.status.${p.status}`),
          amount(planned.get(p.id) ?? 0),
          spent === null ? '' : amount(spent),
          came === null ? '' : share(came),
        ];
      }),
      total: [t('plans.paper.total'), '', '', amount(all), amount(spent), ''],
    },
    ...(words.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 1 as const, text: t('plans.paper.year.details') },
          ...words.flatMap(({ project, words }): Block[] => [
            { kind: 'heading', level: 2, text: say(project.title) },
            { kind: 'text', text: words },
          ]),
        ]),
  ];
}

function indicatorBlocks(plan: Plan, year: number, speaker: Speaker): Block[] {
  const { t, say, number, share } = speaker;
  const indicators = plan.projects
    .filter((p) => p.status !== 'dropped')
    .flatMap((project) => project.indicators.map((i) => ({ project, i })));
  const heading: Block = { kind: 'heading', level: 1, text: t('plans.paper.indicators') };
  if (indicators.length === 0) return [heading, { kind: 'text', text: t('plans.paper.year.noIndicator'), look: 'quiet' }];
  return [
    heading,
    {
      kind: 'table',
      head: [
        ...['indicator', 'project', 'baseline', 'target'].map((key) => t(`plans.paper.${key}`)),
        t('plans.paper.year.value', { year: String(year) }),
        t('plans.paper.year.come'),
      ],
      numbers: [2, 3, 4, 5],
      rows: indicators.map(({ project, i }) => {
        const values = i.values.filter((v) => v.year === year);
        const whole = values.find((v) => v.part === '');
        const parts = values.filter((v) => v.part !== '').map((v) => `${t(`plans.word.part.${v.part}`)} ${number(v.value)}`);
        return [
          [indicatorName(i, speaker), ...parts].join(' · '),
          say(project.title),
          figureOf(i.baseline, i.baselineYear, speaker),
          figureOf(i.target, i.targetYear, speaker),
          whole ? number(whole.value) : '',
          i.progress === null ? '' : share(i.progress),
        ];
      }),
    },
  ];
}

/** What a year brought, for the council and for everybody; undefined where the plan has no evaluation of that year. */
export function yearPaper(plan: Plan, year: number, t: Translate, language: PaperLanguage): Paper | undefined {
  const evaluation = plan.evaluations.find((e) => e.year === year);
  if (!evaluation) return undefined;
  const speaker = speakerOf(t, language);
  const { say, day, share } = speaker;
  const commune = say(plan.commune.name);
  const { summary, learned, adoptedOn } = evaluation;
  const told = (key: string, words: string): Block[] =>
    words === ''
      ? []
      : [
          { kind: 'heading', level: 1, text: t(`plans.paper.year.${key}`) },
          { kind: 'text', text: words },
        ];
  return {
    language,
    title: t('plans.paper.year', { year: String(year) }),
    under: [
      say(plan.title),
      t('plans.paper.of', { commune }),
      adoptedOn ? t('plans.paper.year.adopted', { day: day(adoptedOn) }) : t('plans.paper.year.draft'),
    ],
    footer: t('plans.paper.year.footer', { commune, year: String(year) }),
    blocks: [
      ...told('summary', say(summary)),
      {
        kind: 'progress',
        label: t('plans.paper.year.mean'),
        share: plan.totals.progress,
        words: plan.totals.progress === null ? t('plans.paper.unknown') : share(plan.totals.progress),
      },
      ...projectBlocks(plan, evaluation, speaker),
      ...indicatorBlocks(plan, year, speaker),
      ...told('learned', say(learned)),
      ...signatureBlocks(speaker),
    ],
  };
}
