import { explain } from '../../coordination/index.ts';
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
export const explainPlanColumns = (t: Translate): Record<string, string> => explain(columns, 'plans.public.column', t);
