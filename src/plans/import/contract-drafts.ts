import { z } from 'zod';
import type { Told } from '../contract.ts';
import { type Disaggregation, type MoneySource, moneySources, type ProjectStatus, spokenTexts, type ValuePart } from '../lists.ts';
import { columnFields, type RowProblem } from './lists.ts';

/** What a column holds; year, source and factor where its heading says them for all its cells. */
export const columnSchema = z.strictObject({
  field: z.enum(columnFields),
  year: z.int().min(2010).max(2110).optional(),
  source: z.enum(moneySources).optional(),
  language: z.enum(spokenTexts).optional(),
  factor: z.union([z.literal(1), z.literal(1e3), z.literal(1e6)]).optional(),
});
export type Column = z.infer<typeof columnSchema>;

/** What a spreadsheet said, as it may come into the plan. */
export interface DraftIndicator {
  name: Told;
  unit: Told | null;
  baseline: number | null;
  baselineYear: number | null;
  target: number | null;
  targetYear: number | null;
  source: Told | null;
  formula: Told | null;
  disaggregation: Disaggregation[];
  values: { year: number; part: ValuePart; value: number }[];
}
export interface DraftProject {
  /** Where it first stands. */
  sheet: string;
  line: number;
  title: Told;
  objective: Told | null;
  holder: Told | null;
  partners: Told | null;
  place: string | null;
  startsOn: string | null;
  endsOn: string | null;
  status: ProjectStatus;
  costs: { year: number; source: MoneySource; amount: number }[];
  indicators: DraftIndicator[];
}
/** A row, or a cell of it, that was not understood. */
export interface Unread {
  sheet: string;
  line: number;
  problem: RowProblem;
  heading: string | null;
  text: string | null;
}
/** What a row of sums says beside what its column sums up to. Dirhams. */
export interface ComparedTotal {
  sheet: string;
  line: number;
  heading: string;
  said: number;
  summed: number;
  agrees: boolean;
}
export interface ReadSheet {
  name: string;
  /** Null: nothing says what its columns are. */
  headLine: number | null;
  columns: { heading: string; samples: string[]; column: Column }[];
  rows: number;
}
/** What people correct: what columns hold, whose money a word (folded) names, what holds where nothing says it. */
export interface Choices {
  /** By the place of their sheet and their own, from 0. */
  columns?: Record<string, Record<string, Column>> | undefined;
  sources?: Record<string, MoneySource> | undefined;
  year?: number | undefined;
  source?: MoneySource | undefined;
}
export interface Understood {
  sheets: ReadSheet[];
  projects: DraftProject[];
  unread: Unread[];
  totals: ComparedTotal[];
  /** Words for whose money it is that we do not know, each once. */
  unknownSources: string[];
}
