import type { CaseRow } from '../contract.ts';
import type { MinorSituation, Priority } from '../lists.ts';

/** What of a case may be changed, as a form holds it. */
export interface CaseFields {
  needs: string[];
  summary: string;
  priority: Priority;
  minorSituation: MinorSituation | '';
}
type Kept = Partial<Record<keyof CaseFields, unknown>> & { summary?: string | null };
export interface CaseChange {
  set: Kept;
  /** What stood there when it was changed. */
  was: Kept;
}

export const fieldsOf = (row: CaseRow & { summary: string | null }): CaseFields => ({
  needs: row.needs,
  summary: row.summary ?? '',
  priority: row.priority,
  minorSituation: (row.minorSituation ?? '') as CaseFields['minorSituation'],
});
/** As the server keeps it: nothing said is null. */
const keptOf = (value: unknown): unknown => (typeof value === 'string' ? value.trim() || null : value);

/** What was touched and now says something else. */
export function changeOf(kept: CaseFields, touched: Partial<CaseFields>): CaseChange {
  const changed = (Object.keys(touched) as (keyof CaseFields)[]).filter(
    (field) => JSON.stringify(keptOf(touched[field])) !== JSON.stringify(keptOf(kept[field])),
  );
  return {
    set: Object.fromEntries(changed.map((field) => [field, keptOf(touched[field])])),
    was: Object.fromEntries(changed.map((field) => [field, keptOf(kept[field])])),
  };
}
