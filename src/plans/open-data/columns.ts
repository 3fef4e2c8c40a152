import type { Translate } from '../../platform/i18n/index.ts';

/** What each line of a plan's table says, in this order; `plans.public.column.*` explains each. */
export const columns = [
  'kind',
  'id',
  'part_of',
  'title_fr',
  'title_ar',
  'title_en',
  'title_es',
  'status',
  'holder',
  'year',
  'source',
  'part',
  'value',
  'baseline',
  'target',
  'progress',
  'gender_marker',
  'migration_marker',
] as const;
export type Column = (typeof columns)[number];
/** Those that are the same but for their language are explained once. */
export const explained: readonly string[] = [...new Set(columns.map((column) => column.replace(/_(fr|ar|en|es)$/, '')))];
export const explainPlanColumns = (t: Translate): Record<string, string> =>
  Object.fromEntries(explained.map((column) => [column, t(`plans.public.column.${column}`)]));
