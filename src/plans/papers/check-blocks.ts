import type { Block } from '../../platform/documents/index.ts';
import { type Checked, checklist } from '../checklist.ts';
import type { Plan } from '../contract.ts';
import type { Speaker } from './speak.ts';

/** So many of what is missing are named. */
const most = 4;
function missingOf({ missing }: Checked, { t, say, list }: Speaker): string {
  const named = missing.map((m) => ('audience' in m ? list('audience', [m.audience]) : say(m.title))).filter((name) => name !== '');
  const rest = named.length > most ? [t('plans.paper.checks.more', { n: named.length - most })] : [];
  return [...named.slice(0, most), ...rest].join(' – ');
}

/** How well the plan integrates migration, point by point, and in what something is missing. */
export function checkBlocks(plan: Plan, speaker: Speaker): Block[] {
  const { t } = speaker;
  return [
    { kind: 'heading', level: 1, text: t('plans.paper.checks') },
    {
      kind: 'table',
      head: ['what', 'holds', 'missing'].map((key) => t(`plans.paper.checks.${key}`)),
      rows: checklist(plan).map((checked) => [
        t(`plans.paper.check.${checked.key}`),
        t(`plans.paper.holds.${checked.holds}`),
        missingOf(checked, speaker),
      ]),
    },
  ];
}
