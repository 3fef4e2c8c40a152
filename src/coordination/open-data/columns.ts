import type { Translate } from '../../platform/i18n/index.ts';

/** What each line of the table says, in this order; `coordination.public.column.*` explains each. */
export const columns = [
  'kind',
  'id',
  'part_of',
  'title_fr',
  'title_ar',
  'title_en',
  'title_es',
  'text_fr',
  'text_ar',
  'text_en',
  'text_es',
  'status',
  'themes',
  'organization_id',
  'organization',
  'date',
  'due_on',
  'progress',
  'declared_progress',
  'figure',
  'figure_value',
  'source_url',
  'told_at',
] as const;
export type Column = (typeof columns)[number];
/** What each column says, by the words under `family`; those that are the same but for their language are explained once. */
export const explain = (columns: readonly string[], family: string, t: Translate): Record<string, string> =>
  Object.fromEntries(columns.map((column) => column.replace(/_(fr|ar|en|es)$/, '')).map((column) => [column, t(`${family}.${column}`)]));
export const explainColumns = (t: Translate): Record<string, string> => explain(columns, 'coordination.public.column', t);
