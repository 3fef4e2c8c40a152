import type { Block } from '../../platform/documents/index.ts';
import type { Cost, Plan } from '../contract.ts';
import { costedYears, moneySources } from '../lists.ts';
import { sum } from '../roll-up.ts';
import type { Speaker } from './speak.ts';

/** Money by source and year, with both sums; years without any stay, so that nobody looks for them. */
export function costTable(costs: readonly Cost[], years: readonly number[], title: string, { t, amount: written }: Speaker): Block {
  const all = [...new Set([...years, ...costs.map((c) => c.year)])].sort((a, b) => a - b);
  const sources = moneySources.filter((source) => costs.some((c) => c.source === source));
  const of = (year: number | undefined, source?: string): number =>
    sum(costs.filter((c) => (year === undefined || c.year === year) && (source === undefined || c.source === source)).map((c) => c.amount));
  const shown = (amount: number): string => (amount === 0 ? '–' : written(amount));
  return {
    kind: 'table',
    title,
    head: [t('plans.paper.source'), ...all.map(String), t('plans.paper.total')],
    numbers: all.map((_, i) => i + 1).concat(all.length + 1),
    rows: sources.map((source) => [
      t(`plans.word.money.${source}`),
      ...all.map((year) => shown(of(year, source))),
      shown(of(undefined, source)),
    ]),
    total: [t('plans.paper.total'), ...all.map((year) => shown(of(year))), shown(of(undefined))],
  };
}

/** The whole plan's money, and what the law asks of the first years. */
export function financeBlocks({ projects, years }: Plan, speaker: Speaker): Block[] {
  const { t, money } = speaker;
  const costs = projects.filter((p) => p.status !== 'dropped').flatMap((p) => p.costs);
  const heading: Block = { kind: 'heading', level: 1, text: t('plans.paper.finance') };
  if (costs.length === 0) return [heading, { kind: 'text', text: t('plans.paper.costs.none'), look: 'quiet' }];
  const first = years.slice(0, costedYears);
  const amount = money(sum(costs.filter((c) => first.includes(c.year)).map((c) => c.amount)));
  return [
    heading,
    { kind: 'text', text: t('plans.paper.finance.three', { from: String(first[0]), to: String(first.at(-1)), amount }) },
    costTable(costs, years, t('plans.paper.costs'), speaker),
  ];
}
