import type { Dimension } from './contract.ts';

/** Under which family of words the values of a table are named. */
export const familyOf: Record<Dimension, string> = {
  visits: 'month.visits',
  need: 'need',
  audience: 'audience',
  sex: 'sex',
  age_band: 'age',
  channel: 'channel',
  outcome: 'outcome',
  commune: 'month.commune',
  cases: 'month.cases',
  ending: 'month.ending',
  not_receivable: 'month.not_receivable',
  delay: 'month.delay',
  referral: 'month.referral',
};
