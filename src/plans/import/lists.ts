/** What a column of a spreadsheet may hold. */
export const columnFields = [
  'ignore',
  'number',
  'title',
  'objective',
  'holder',
  'partners',
  'place',
  'starts',
  'ends',
  'status',
  'source',
  'year',
  'money',
  'total',
  'indicator',
  'unit',
  'baseline',
  'baseline_year',
  'target',
  'target_year',
  'found_by',
  'formula',
  'by',
  'part',
  'value',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** Why a row, or a cell of it, was not understood. Each is a translation key `plans.import.problem.<code>`. */
export const rowProblems = [
  'section',
  'title_missing',
  'nothing',
  'too_long',
  'amount_unread',
  'amount_negative',
  'amount_too_large',
  'year_missing',
  'source_missing',
  'source_unknown',
  'status_unknown',
  'day_unread',
  'value_unread',
  'part_unknown',
  'indicator_missing',
] as const;
export type RowProblem = (typeof rowProblems)[number];

/** In bytes: a plan's table is small; pictures in it are not needed. */
export const largestTable = 10_000_000;
/** So many projects go to the server in one change. */
export const mostProjects = 40;
