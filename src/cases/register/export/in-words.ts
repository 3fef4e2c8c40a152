import type { Translate } from '../../../platform/i18n/index.ts';
import { referenceOf } from '../../../platform/reference.ts';
import { hasWords } from '../words.ts';
import type { OwnColumns } from './own-columns.ts';
import type { Found } from './queries.ts';

/** The families of words that name what a column holds. */
const families: Record<string, string> = {
  needs: 'need',
  sex: 'sex',
  audience: 'audience',
  spoken_language: 'language',
  age_band: 'age',
  channel: 'channel',
  outcome: 'outcome',
  status: 'case_status',
  priority: 'priority',
  contact_preference: 'register.contact_preference',
};

/** A row as text, in the order of its columns. A person has no number of their own in the platform: theirs here is made from the record's identifier. */
export function cellsOf({ personId, values }: Found, columns: readonly string[], kind: string, t: Translate, own: OwnColumns): string[] {
  const word = (column: string, value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return t(value ? 'register.yes' : 'register.no');
    const key = `${families[column] ?? ''}.${value}`;
    return hasWords(key) ? t(key) : String(value);
  };
  return columns.map((column) => {
    if (own.has(column)) return own.answer(column, values[column], t);
    if (column === 'person_reference' || (column === 'reference' && kind === 'people')) return personId ? referenceOf(personId) : '';
    const value = values[column];
    return Array.isArray(value) ? value.map((one) => word(column, one)).join(' | ') : word(column, value);
  });
}
