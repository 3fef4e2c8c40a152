import { z } from 'zod';
import { audiences, channels, exchangeLanguages, type FieldValue, needs, sexes, visitOutcomes } from '../../desk/contract.ts';
import { line } from '../../platform/commands/contract.ts';
import type { Addable, Decision, ImportState, noteCodes, ProblemCode, RowState } from './lists.ts';
import { decisions, limits, registerFields, registerStatuses, rowStates } from './lists.ts';

const words = <V extends string>(values: readonly [V, ...V[]]) =>
  z.record(z.string().max(200), z.enum(values)).refine((w) => Object.keys(w).length <= 600, 'too_many_words');

/** How the table of a cell is read: what each column holds, what its words mean, and what is true of every row. */
export const mappingSchema = z.strictObject({
  columns: z
    .array(z.union([z.enum(registerFields), z.templateLiteral(['own:', z.uuid()])]))
    .min(1)
    .max(limits.columns),
  words: z.strictObject({
    need: words(needs),
    outcome: words(visitOutcomes),
    status: words(registerStatuses),
    sex: words(sexes),
    audience: words(audiences),
    // A mapping saved before there was such a column has none.
    language: words(exchangeLanguages).default({}),
  }),
  common: z.strictObject({
    audience: z.enum(audiences),
    language: z.enum(exchangeLanguages),
    channel: z.enum(channels),
    outcome: z.enum(visitOutcomes),
    /** For rows that say nothing of it. */
    need: z.enum(needs).nullable(),
  }),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** `cases.read_register`: the file that was sent is read; nothing comes in. */
export const readRegisterSchema = z.strictObject({ importId: z.uuid(), fileName: line(200).min(1) });
/** `cases.check_register`: every row is read in this way and compared; nothing comes in. */
export const checkRegisterSchema = z.strictObject({ importId: z.uuid(), checkId: z.uuid(), mapping: mappingSchema });
/** `cases.decide_register_rows`: those named, or all of a state that nobody has decided. `proposed` follows what was proposed for each. */
export const decideRowsSchema = z
  .strictObject({
    importId: z.uuid(),
    checkId: z.uuid(),
    rows: z.array(z.int().min(0).max(limits.rows)).min(1).max(200).optional(),
    state: z.enum(rowStates).optional(),
    decision: z.enum([...decisions, 'proposed', 'undecided']),
    personId: z.uuid().optional(),
    sameAsRow: z.int().min(0).max(limits.rows).optional(),
    completes: z.boolean().optional(),
  })
  .refine((d) => (d.rows === undefined) !== (d.state === undefined), { path: ['rows'], message: 'rows_or_state' })
  .refine((d) => (d.decision === 'known') === (d.personId !== undefined), { path: ['personId'], message: 'required' })
  .refine((d) => (d.decision === 'row') === (d.sameAsRow !== undefined), { path: ['sameAsRow'], message: 'required' });
/** `cases.apply_register`: exactly what was reviewed; the counts are those the screen showed. */
export const applyRegisterSchema = z.strictObject({ importId: z.uuid(), checkId: z.uuid(), take: z.int().min(1), leave: z.int().min(0) });
/** `cases.resume_register`, `cases.undo_register`, `cases.drop_register`. */
export const registerSchema = z.strictObject({ importId: z.uuid() });
/** `cases.save_register_mapping`: under a name; one of the same name is replaced. */
export const saveMappingSchema = z.strictObject({
  mappingId: z.uuid(),
  importId: z.uuid(),
  name: line(120).min(1),
  mapping: mappingSchema,
});
export const removeMappingSchema = z.strictObject({ mappingId: z.uuid() });

/** Why a command about registers may be refused; each is a translation key `refusal.<code>`. */
export const registerRefusals = [
  'register_not_found',
  'register_busy',
  'register_not_now',
  'register_check_again',
  'register_undecided',
  'register_too_late',
  'register_no_name_column',
  'register_field_twice',
  'register_columns_differ',
  'register_mapping_not_found',
  'register_nobody_there',
] as const;

export interface Column {
  header: string;
  /** Three values of it. */
  samples: string[];
  filled: number;
  /** Where its values are few: each with how often it stands there. */
  words: { word: string; count: number }[];
}
export interface RegisterNote {
  code: (typeof noteCodes)[number];
  what: string;
}
export interface RowProblem {
  code: ProblemCode;
  /** Which column of the file, from 0; null: the row as a whole. */
  column: number | null;
  value: string;
}
/** Someone a row may be: of the cell, or in an earlier row of the file. */
export interface Alike {
  personId: string | null;
  row: number | null;
  name: string;
  birthDate: string | null;
  sure: boolean;
  /** In codes the screens put into words. */
  reasons: string[];
  /** What the row says and their record does not. */
  lacks?: Addable[];
}
/** What a mapping made of a row. */
export interface ReadRow {
  name: string | null;
  otherNames: string[];
  birthDate: string | null;
  sex: string | null;
  phone: string | null;
  email: string | null;
  /** Where they live, as ISO 3166 writes it. */
  country: string | null;
  /** The one to speak with; the others beside it. */
  language: string | null;
  languages: string[];
  audience: string | null;
  visitedOn: string | null;
  needs: string[];
  outcome: string | null;
  status: string | null;
  note: string | null;
  /** Whoever reviewed it wants what the known record lacks added to it. */
  completes?: boolean;
  /** To the cell's own questions, by question. */
  answers: Record<string, FieldValue>;
}
export interface RegisterRow {
  n: number;
  cells: string[];
  read: ReadRow;
  problems: RowProblem[];
  alike: Alike[];
  state: RowState;
  decision: Decision | null;
  knownPersonId: string | null;
  sameAsRow: number | null;
  decidedBy: string | null;
  outcome: 'taken' | 'left' | 'refused' | null;
  refusal: string | null;
}
export interface RegisterCounts {
  ready: number;
  look: number;
  error: number;
  /** Of those that may come in. */
  undecided: { ready: number; look: number };
  take: number;
  leave: number;
}
export interface RegisterReport {
  taken: number;
  left: number;
  refused: number;
  people: number;
  visits: number;
  cases: number;
  reasons: Record<string, number>;
  /** After it was taken back: what stays, since something was added to it. */
  stayed?: { people: number; visits: number; cases: number };
}
/** What stays of an import that was taken back. */
export interface Stayed {
  n: number;
  what: string[];
  personId: string | null;
  caseId: string | null;
  name: string | null;
}
export interface RegisterLine {
  id: string;
  name: string | null;
  state: ImportState;
  sentAt: string;
  sentBy: string | null;
  total: number;
  report: RegisterReport | null;
}
export interface Register extends RegisterLine {
  reason: string | null;
  columns: Column[];
  notes: RegisterNote[];
  mapping: Mapping | null;
  /** The saved mapping that was proposed, by its name. */
  proposedBy: string | null;
  checkId: string | null;
  done: number;
  counts: RegisterCounts | null;
  stayed: Stayed[];
  expiresAt: string;
  /** Until when it can be taken back; null: not any more, or not yet. */
  undoUntil: string | null;
}
export interface SavedMapping {
  id: string;
  name: string;
  headers: string[];
  savedBy: string | null;
  savedAt: string;
}
export interface RegistersAnswer {
  imports: RegisterLine[];
  mappings: SavedMapping[];
  /** In bytes. */
  largest: number;
}
