/** A birth date as far as it is known; 0 for what is not. */
export interface BirthDate {
  year: number;
  month: number;
  day: number;
}

const unknown: BirthDate = { year: 0, month: 0, day: 0 };

/** yyyy-mm-dd, yyyymmdd, yyyy-mm, yyyy, dd/mm/yyyy, also in Arabic digits; impossible months and days stay as typed, since they are compared with what was typed elsewhere. */
export function readDate(typed: string): BirthDate {
  const text = typed
    .slice(0, 40)
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .trim();
  const yearFirst = /^(\d{4})(?:[-/. ]?(\d{2})(?:[-/. ]?(\d{2}))?)?(?:T.*)?$/.exec(text);
  if (yearFirst) return dateOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (dayFirst) return dateOf(dayFirst[3], dayFirst[2], dayFirst[1]);
  return unknown;
}

const dateOf = (year = '0', month = '0', day = '0'): BirthDate => ({ year: Number(year), month: Number(month), day: Number(day) });

export const isFull = ({ year, month, day }: BirthDate): boolean => year > 0 && month > 0 && day > 0;
/** Offices write 1 January where only the year is known. */
export const isFirstOfJanuary = ({ month, day }: BirthDate): boolean => month === 1 && day === 1;
export const isSwapped = (a: BirthDate, b: BirthDate): boolean => a.day !== a.month && a.month === b.day && a.day === b.month;

/** How two birth dates stand to each other, closest first. */
export const dateLevels = [
  'same',
  'swapped',
  'one_digit',
  'same_year_and_month',
  'same_year',
  'year_only',
  'year_near',
  'different',
  'unknown',
] as const;
export type DateLevel = (typeof dateLevels)[number];

const digits = ({ year, month, day }: BirthDate): string =>
  String(year).padStart(4, '0') + String(month).padStart(2, '0') + String(day).padStart(2, '0');

export function digitsApart(a: BirthDate, b: BirthDate): number {
  const [x, y] = [digits(a), digits(b)];
  let apart = 0;
  for (let i = 0; i < 8; i++) if (x[i] !== y[i]) apart++;
  return apart;
}

export function compareDates(a: BirthDate, b: BirthDate): DateLevel {
  if (!a.year || !b.year) return 'unknown';
  if (isFull(a) && isFull(b)) {
    if (digitsApart(a, b) === 0) return 'same';
    if (a.year === b.year && isSwapped(a, b)) return 'swapped';
    if (a.year === b.year && (isFirstOfJanuary(a) || isFirstOfJanuary(b))) return 'year_only';
    if (digitsApart(a, b) === 1) return 'one_digit';
    if (a.year === b.year) return a.month === b.month ? 'same_year_and_month' : 'same_year';
    return Math.abs(a.year - b.year) <= 1 && (isFirstOfJanuary(a) || isFirstOfJanuary(b)) ? 'year_near' : 'different';
  }
  if (a.year !== b.year) return Math.abs(a.year - b.year) <= 1 ? 'year_near' : 'different';
  return a.month && b.month && a.month !== b.month ? 'same_year' : 'year_only';
}
