/** Why an entry of the calendar cannot stand: codes of refusals. */
export const periodProblems = [
  'period_kind_unknown',
  'period_backwards',
  'period_too_long',
  'period_other_year',
  'period_overlaps',
] as const;
export type PeriodProblem = (typeof periodProblems)[number];
