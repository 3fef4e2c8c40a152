import type { CustomField, FieldValue } from '../../../desk/index.ts';
import type { Translate } from '../../../platform/i18n/index.ts';
import type { ExportKind } from '../lists.ts';

const subjects = { people: 'person', visits: 'visit', cases: 'case' } as const satisfies Record<ExportKind, CustomField['subject']>;

export interface OwnColumns {
  has(column: string): boolean;
  label(column: string): string;
  answer(column: string, value: unknown, t: Translate): string;
  /** The columns asked for, with one for each question in the place of "the cell's own questions". */
  spread(columns: readonly string[]): string[];
}

/** The columns of a cell's own questions, each named by its identifier. What is sensitive has none. */
export function ownColumns(kind: ExportKind, fields: readonly CustomField[], language: 'fr' | 'ar'): OwnColumns {
  const own = new Map(fields.filter((f) => f.subject === subjects[kind] && f.sensitivity !== 'sensitive').map((f) => [f.id, f]));
  const idsOf = (sensitivity: CustomField['sensitivity']): string[] =>
    [...own.values()].filter((f) => f.sensitivity === sensitivity).map((f) => f.id);
  const spreads: Record<string, string[]> = { own_questions: idsOf('plain'), own_personal_questions: idsOf('personal') };
  return {
    has: (column) => own.has(column),
    label: (column) => own.get(column)?.labels[language] ?? column,
    answer(column, value, t) {
      const given = value as FieldValue | null | undefined;
      if (given === null || given === undefined) return '';
      if (typeof given === 'boolean') return t(given ? 'register.yes' : 'register.no');
      return own.get(column)?.options.find((o) => o.key === given)?.labels[language] ?? String(given);
    },
    spread: (columns) => columns.flatMap((column) => spreads[column] ?? [column]),
  };
}
