import type { Block, Paper } from '../../platform/documents/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Plan, PlanView } from '../contract.ts';
import { stagesOf } from '../deadlines.ts';
import { checkBlocks } from './check-blocks.ts';
import { financeBlocks } from './money-blocks.ts';
import { diagnosisBlocks, rankingBlocks, sessionBlocks } from './people-blocks.ts';
import { projectsBlocks } from './project-blocks.ts';
import { factsOf, type PaperLanguage, type Speaker, speakerOf } from './speak.ts';

/** A plan as it was read, with what stands around it. */
export interface PrintedPlan extends Pick<PlanView, 'plan' | 'stages' | 'versions' | 'today'> {
  /** The frozen version it is; none: as it stands today. */
  version: { number: number; frozenAt: string } | null;
}

export const periodWords = ({ years }: Plan): { from: string; to: string } => ({ from: String(years[0]), to: String(years.at(-1)) });

function briefBlocks({ plan }: PrintedPlan, { t, money, day, share }: Speaker): Block[] {
  const { totals, needs, stage, stageSince, mandateStartsOn } = plan;
  const { done, dropped } = totals.projects;
  const n = plan.projects.length - dropped;
  return [
    { kind: 'heading', level: 1, text: t('plans.paper.brief') },
    {
      kind: 'facts',
      facts: factsOf([
        [t('plans.paper.brief.stage'), t('plans.paper.brief.since', { stage: t(`plans.word.stage.${stage}`), day: day(stageSince) })],
        [t('plans.paper.brief.mandate'), day(mandateStartsOn)],
        [t('plans.paper.brief.needs'), String(needs.length)],
        [t('plans.paper.brief.projects'), t('plans.paper.brief.projectsOf', { n, done })],
        [t('plans.paper.brief.cost'), money(totals.cost)],
        [t('plans.paper.brief.spent'), totals.spent > 0 ? money(totals.spent) : ''],
        [
          t('plans.paper.brief.migration'),
          t('plans.paper.brief.migrationOf', { n: totals.forMigration.projects, cost: money(totals.forMigration.cost) }),
        ],
      ]),
    },
    {
      kind: 'progress',
      label: t('plans.paper.brief.progress'),
      share: totals.progress,
      words: totals.progress === null ? t('plans.paper.unknown') : share(totals.progress),
    },
  ];
}

function stageBlocks({ plan, stages, versions, today }: PrintedPlan, { t, say, day }: Speaker): Block[] {
  if (stages.length === 0) return [];
  const states = stagesOf(plan, versions, stages, today);
  const mark = (isChecked: boolean): string => (isChecked ? '' : ' *');
  return [
    { kind: 'heading', level: 1, text: t('plans.paper.stages') },
    {
      kind: 'table',
      head: ['stage', 'tasks', 'law', 'due', 'ended'].map((key) => t(`plans.paper.stages.${key}`)),
      rows: states.map(({ setting, dueOn, endedOn }) => [
        say(setting.names),
        say(setting.tasks),
        setting.law ? say(setting.law) + mark(setting.isChecked) : '',
        dueOn ? day(dueOn) + mark(setting.isChecked) : '',
        endedOn ? day(endedOn) : '',
      ]),
    },
    ...(stages.every((s) => s.isChecked)
      ? []
      : [{ kind: 'text' as const, text: t('plans.paper.stages.unchecked'), look: 'quiet' as const }]),
  ];
}

const wordsBlocks = (title: string, words: string): Block[] =>
  words === ''
    ? []
    : [
        { kind: 'heading', level: 1, text: title },
        { kind: 'text', text: words },
      ];

function remarkBlocks({ remarks, projects }: Plan, { t, say, day }: Speaker): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: t('plans.paper.remarks') };
  if (remarks.length === 0) return [heading, { kind: 'text', text: t('plans.paper.remarks.none'), look: 'quiet' }];
  return [
    heading,
    {
      kind: 'table',
      head: ['by', 'words', 'answer'].map((key) => t(`plans.paper.remark.${key}`)),
      rows: remarks.map((remark) => {
        const about = projects.find((p) => p.id === remark.projectId);
        const answered = [
          remark.taken && t(`plans.word.taken.${remark.taken}`),
          say(remark.answer),
          remark.answeredOn && day(remark.answeredOn),
        ];
        return [
          `${t(`plans.word.body.${remark.body}`)}, ${day(remark.saidOn)}`,
          [say(remark.words), about && t('plans.paper.remark.about', { project: say(about.title) })].filter(Boolean).join(' – '),
          answered.filter(Boolean).join(' – ') || t('plans.paper.remark.open'),
        ];
      }),
    },
  ];
}

function evaluationBlocks({ evaluations }: Plan, { t, say, day }: Speaker): Block[] {
  const adopted = evaluations.filter((e) => e.status === 'adopted');
  if (adopted.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: t('plans.paper.evaluations') },
    ...adopted.flatMap(({ year, adoptedOn, summary, learned }): Block[] => [
      {
        kind: 'heading',
        level: 2,
        text: adoptedOn ? t('plans.paper.evaluation.of', { year: String(year), day: day(adoptedOn) }) : String(year),
      },
      ...[summary, learned].flatMap((words): Block[] => (words ? [{ kind: 'text', text: say(words) }] : [])),
    ]),
  ];
}

/** Where the president of the council and its secretary sign. */
export const signatureBlocks = ({ t }: Speaker): Block[] => [
  { kind: 'heading', level: 1, text: t('plans.paper.sign') },
  { kind: 'signatures', columns: ['as', 'name', 'sign'].map((key) => t(`plans.paper.sign.${key}`)), lines: 2 },
];

/** The whole plan as a commune puts it before its council. */
export function planPaper(printed: PrintedPlan, t: Translate, language: PaperLanguage): Paper {
  const { plan, version, today } = printed;
  const speaker = speakerOf(t, language);
  const { say, day } = speaker;
  const commune = say(plan.commune.name);
  return {
    language,
    title: say(plan.title),
    under: [
      t('plans.paper.of', { commune }),
      t('plans.paper.period', periodWords(plan)),
      version
        ? t('plans.paper.version', { number: version.number, day: day(version.frozenAt.slice(0, 10)) })
        : t('plans.paper.live', { day: day(today) }),
    ],
    footer: t('plans.paper.footer', { commune, ...periodWords(plan) }),
    hasCover: true,
    blocks: [
      ...briefBlocks(printed, speaker),
      ...stageBlocks(printed, speaker),
      ...wordsBlocks(t('plans.paper.vision'), say(plan.vision)),
      ...wordsBlocks(t('plans.paper.link'), say(plan.regionalLink)),
      ...sessionBlocks(plan, speaker),
      ...diagnosisBlocks(plan, speaker),
      ...rankingBlocks(plan, speaker),
      ...projectsBlocks(plan, speaker),
      ...financeBlocks(plan, speaker),
      ...checkBlocks(plan, speaker),
      ...remarkBlocks(plan, speaker),
      ...evaluationBlocks(plan, speaker),
      ...signatureBlocks(speaker),
    ],
  };
}
