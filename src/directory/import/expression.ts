import type { Expression } from './mapping.ts';

type Format = 'time' | 'date-dmy' | 'date-mdy' | 'url' | 'lower';

/** `4:00 PM`, `3pm`, `9h30` → `16:00`, `15:00`, `09:30`. What is none of these stays, and is then refused by its column. */
function timeOf(text: string): string {
  const [, hour, minute = '00', half] = /^(\d{1,2})(?:[:h.](\d{2})?)?\s*([ap]\.?m\.?)?$/i.exec(text) ?? [];
  if (hour === undefined) return text;
  const twelve = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  return `${String(twelve).padStart(2, '0')}:${minute}`;
}

function dateOf(text: string, dayFirst: boolean): string {
  const [, a, b, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (a === undefined || b === undefined || year === undefined) return text;
  const [day, month] = dayFirst ? [a, b] : [b, a];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const formats: Record<Format, (text: string) => string> = {
  time: timeOf,
  'date-dmy': (text) => dateOf(text, true),
  'date-mdy': (text) => dateOf(text, false),
  url: (text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) || !/^[^\s/]+\.[^\s]+$/.test(text) ? text : `https://${text}`),
  lower: (text) => text.toLowerCase(),
};

/** The columns an expression reads. */
export function columnsOf(e: Expression): string[] {
  if (typeof e === 'string') return [e];
  return [...(e.column === undefined ? [] : [e.column]), ...(e.columns ?? []), ...(e.first ?? [])];
}

/** The text an expression gives for one row, before an id becomes a UUID. */
export function evaluate(e: Expression, cell: (column: string) => string, item: string): string {
  if (typeof e === 'string') return cell(e);
  let value = e.constant ?? '';
  if (e.item) value = item;
  else if (e.column !== undefined) value = cell(e.column);
  else if (e.columns)
    value = e.columns
      .map(cell)
      .filter((text) => text !== '')
      .join(e.join);
  else if (e.first) value = e.first.map(cell).find((text) => text !== '') ?? '';
  if (e.values && Object.hasOwn(e.values, value)) value = e.values[value] ?? '';
  if (value === '') return e.default ?? '';
  return e.as ? formats[e.as](value) : value;
}
