import type { PoolClient } from 'pg';
import type { CustomField, FieldFigures, FieldValue } from './contract.ts';
import type { FieldSubject } from './lists.ts';

const columns = `f.id, f.subject, f.needs, f.kind, f.labels, f.options, f.sensitivity, f.retention_months as "retentionMonths", f.position, f.retired_at as "retiredAt"`;

export async function listFields(tx: PoolClient): Promise<CustomField[]> {
  const { rows } = await tx.query<CustomField>(
    `select ${columns} from desk.custom_field f where f.organization_id = access.acting_organization()
     order by f.retired_at nulls first, f.position, f.made_at, f.id`,
  );
  return rows;
}
export async function listValues(tx: PoolClient, subjectId: string): Promise<Record<string, FieldValue>> {
  const { rows } = await tx.query<{ fieldId: string; value: FieldValue }>(
    'select field_id as "fieldId", value from desk.custom_value where subject_id = $1',
    [subjectId],
  );
  return Object.fromEntries(rows.map((r) => [r.fieldId, r.value]));
}
/** What the answers kept under this identifier are about, where the reader sees any. */
export async function findAnswered(tx: PoolClient, subjectId: string): Promise<FieldSubject | undefined> {
  const { rows } = await tx.query<{ subject: FieldSubject }>(
    'select f.subject from desk.custom_value v join desk.custom_field f on f.id = v.field_id where v.subject_id = $1 limit 1',
    [subjectId],
  );
  return rows[0]?.subject;
}

const subjectTables: Record<FieldSubject, string> = { visit: 'desk.visit', case: 'cases."case"', person: 'people.person' };
export async function isThere(tx: PoolClient, subject: FieldSubject, id: string): Promise<boolean> {
  const { rows } = await tx.query<{ there: boolean }>(`select exists (select from ${subjectTables[subject]} where id = $1) as there`, [id]);
  return rows[0]?.there ?? false;
}

/** Whether one of these was answered in confidence to somebody else. */
export async function isOutOfSight(tx: PoolClient, subjectId: string, fieldIds: readonly string[]): Promise<boolean> {
  const { rows } = await tx.query<{ hidden: boolean }>(
    `select desk.count_values($1, $2) > (select count(*) from desk.custom_value where subject_id = $1 and field_id = any ($2)) as hidden`,
    [subjectId, fieldIds],
  );
  return rows[0]?.hidden ?? false;
}

/**
 * What was answered from the day `since` to before the day `until` of the region; sensitive answers are never added up, and of those in
 * words only their number is told. Counts as they are: hiding small ones is the reader's affair.
 */
export async function readFieldFigures(tx: PoolClient, since: string, until: string): Promise<FieldFigures[]> {
  const { rows } = await tx.query<
    Omit<FieldFigures, 'counts'> & { options: CustomField['options']; counted: Record<string, number> | null }
  >(
    `with answered as (
       select f.id, v.value, f.kind from desk.custom_field f join desk.custom_value v on v.field_id = f.id
       where f.sensitivity <> 'sensitive'
         and v.set_at >= (select directory.moment_of($1::date)) and v.set_at < (select directory.moment_of($2::date)))
     select f.id as "fieldId", f.subject, f.labels, f.kind, f.sensitivity, f.options, (select count(*)::int from answered a where a.id = f.id) as answers,
       (select jsonb_object_agg(c.value, c.count) from (select a.value #>> '{}' as value, count(*)::int from answered a
          where a.id = f.id and a.kind in ('choice', 'yes_no') group by 1) c) as counted,
       (select sum((a.value)::numeric)::float8 from answered a where a.id = f.id and a.kind = 'number') as sum,
       (select percentile_cont(0.5) within group (order by (a.value)::float8) from answered a where a.id = f.id and a.kind = 'number') as median
     from desk.custom_field f where f.id in (select id from answered) order by f.position, f.id`,
    [since, until],
  );
  return rows.map(({ options, counted, ...field }) => ({
    ...field,
    counts: Object.entries(counted ?? {})
      .map(([value, count]) => ({ value, labels: options.find((o) => o.key === value)?.labels ?? null, count }))
      .sort((a, b) => b.count - a.count),
  }));
}
