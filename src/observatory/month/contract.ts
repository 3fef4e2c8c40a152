/** The month asked for, the month before, and the same month a year ago. */
export const periods = ['current', 'previous', 'last_year'] as const;
export type Period = (typeof periods)[number];

/** What the report says of a month, in reading order; each is a table. */
export const dimensions = [
  'visits',
  'need',
  'audience',
  'sex',
  'age_band',
  'channel',
  'outcome',
  'commune',
  'cases',
  'ending',
  'not_receivable',
  'delay',
  'referral',
] as const;
export type Dimension = (typeof dimensions)[number];

/** A figure: `null` where too few people stand behind it to show it, absent where there is none at all. */
export type Figure = number | null;
export interface MonthRow {
  value: string;
  /** A name of its own, where the value is no word of a closed list. */
  name?: { fr: string; ar: string };
  /** People behind the visits of the month asked for. */
  people?: Figure;
  figures: Record<Period, Figure>;
}
export interface MonthTable {
  dimension: Dimension;
  rows: MonthRow[];
}
/** What was answered in the month to one of the cell's own questions, in the cell's own words. */
export interface MonthQuestion {
  id: string;
  labels: { fr: string; ar: string };
  rows: MonthRow[];
}
/** `GET /api/observatory/month`. */
export interface MonthReport {
  /** `YYYY-MM`. */
  month: string;
  cell: { fr: string; ar: string };
  threshold: number;
  tables: MonthTable[];
  questions: MonthQuestion[];
}
