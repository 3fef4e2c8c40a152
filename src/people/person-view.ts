import type { PoolClient } from 'pg';
import type { PersonView } from './contract.ts';
import { findRecord, listRecords } from './store.ts';

/** A person's whole record, with those merged into it, who they live with and are related to. Cases are told by their own room. */
export async function findPersonView(tx: PoolClient, asked: string): Promise<PersonView | undefined> {
  const { rows } = await tx.query<{ id: string | null; all: string[] }>(
    'select people.standing_for($1) as id, array(select people.records_of($1)) as all',
    [asked],
  );
  const { id, all = [] } = rows[0] ?? {};
  const person = id && (await findRecord(tx, id));
  if (!person) return undefined;
  const more = await tx.query(
    `select (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'mergedId', m.merged_id, 'mergedAt', m.merged_at, 'mergedBy', u.name) order by m.merged_at), '[]')
             from people.merge m left join access."user" u on u.id = m.merged_by where m.merged_id = any ($1) and m.undone_at is null) as merges,
            (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name), '[]')
             from people.person o where o.household_id = $2 and o.id <> all ($1)) as household,
            (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'isOf', r.person_id = any ($1), 'personId', o.id, 'name', o.name) order by o.name), '[]')
             from people.relationship r join people.person o on o.id = people.standing_for(case when r.person_id = any ($1) then r.other_person_id else r.person_id end)
             where (r.person_id = any ($1)) <> (r.other_person_id = any ($1))) as relationships,
            (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'reference', v.reference, 'at', v.at, 'needs', v.needs, 'outcome', v.outcome) order by v.at desc), '[]')
             from desk.visit v where v.person_id = any ($1)) as visits`,
    [all, person.householdId],
  );
  const merged = await listRecords(
    tx,
    all.filter((other) => other !== person.id),
  );
  return { person, merged, all, ...more.rows[0] };
}
