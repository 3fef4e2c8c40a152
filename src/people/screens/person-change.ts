import type { PersonRecord } from '../contract.ts';
import { type PersonDraft, recordOf } from './person-draft.ts';

export interface PersonChange {
  set: Partial<PersonRecord>;
  /** What stood there when it was changed. */
  was: Partial<PersonRecord>;
}
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was touched and now says something else. */
export function changeOf(record: PersonRecord, touched: Partial<PersonDraft>, now: Date): PersonChange {
  const set = Object.entries(recordOf(touched, now)).filter(([field, value]) => !isSame(value, record[field as keyof PersonRecord]));
  return {
    set: Object.fromEntries(set) as Partial<PersonRecord>,
    was: Object.fromEntries(set.map(([field]) => [field, record[field as keyof PersonRecord]])) as Partial<PersonRecord>,
  };
}
