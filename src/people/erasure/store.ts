import type { PoolClient } from 'pg';
import type { ErasedFile, ErasureLine, ErasureView } from './contract.ts';

const line = `e.id, e.reference, p.name as "personName", e.asked_at as "askedAt", e.due_at as "dueAt",
  e.settled_at is null and e.due_at < now() as "isLate", e.outcome, e.settled_at as "settledAt"`;
/** The name is looked up for as long as there is one. */
const from = `from people.erasure e left join people.person p on p.id = people.standing_for(
  coalesce(e.person_id, (select c.person_id from cases."case" c where c.id = e.case_id)))`;

/** The cell's requests still to be answered, the first due first. */
export async function listOpenErasures(tx: PoolClient): Promise<ErasureLine[]> {
  const { rows } = await tx.query<ErasureLine>(`select ${line} ${from} where e.settled_at is null order by e.due_at limit 100`);
  return rows;
}

/** The last request about any of these records. */
export async function findErasureOf(tx: PoolClient, records: readonly string[]): Promise<ErasureLine | undefined> {
  const { rows } = await tx.query<ErasureLine>(
    `select ${line} ${from} where e.person_id = any ($1) or e.case_id in (select c.id from cases."case" c where c.person_id = any ($1))
     order by e.settled_at is null desc, e.asked_at desc limit 1`,
    [records],
  );
  return rows[0];
}

/** That a person's file was erased: its reference and its day, which is all that is known. */
export async function findErased(tx: PoolClient, personId: string): Promise<ErasedFile | undefined> {
  const { rows } = await tx.query<ErasedFile>(
    `select id, reference, settled_at as at from people.erasure where outcome = 'erased' and records @> array[$1::uuid] order by settled_at limit 1`,
    [personId],
  );
  return rows[0];
}

/** Of these identifiers those of people and cases that were erased. */
export async function listErasedAmong(tx: PoolClient, ids: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select r.id from people.erasure e, unnest(e.records) r(id) where e.outcome = 'erased' and e.records && $1::uuid[] and r.id = any ($1)
     union select c.id from cases."case" c where c.id = any ($1) and c.erased_at is not null`,
    [ids],
  );
  return rows.map((row) => row.id);
}

/** One request with what it would do, or did. */
export async function findErasure(tx: PoolClient, id: string, language: string): Promise<ErasureView | undefined> {
  const { rows } = await tx.query<ErasureView>(
    `select ${line}, p.id as "personId", e.case_id as "caseId", e.cause, a.name as "askedBy", e.days,
       case when $2 = 'ar' then coalesce(e.source_ar, e.source) else e.source end as source, s.name as "settledBy", e.reason, e.law,
       coalesce(e.counts, people.count_erasure(e.id)) as counts,
       (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'reference', c.reference) order by c.opened_at), '[]')
        from cases."case" c where c.closed_at is null and (c.id = e.case_id or c.person_id = any (r.ids))) as "openCases",
       (select coalesce(jsonb_agg(jsonb_build_object('name', directory.name_in($2, o.id, o.name),
          'phone', (select t.number from directory.public_phone t where t.organization_id = o.id order by t.id limit 1)) order by o.name), '[]')
        from directory.organization o where o.id = any (e.receivers) or o.id in (
          select f.receiver_organization_id from referrals.referral f join cases."case" c on c.id = f.case_id
          where c.id = e.case_id or c.person_id = any (r.ids))) as receivers
     ${from}
     left join access."user" a on a.id = e.asked_by left join access."user" s on s.id = e.settled_by
     cross join lateral (select array(select people.records_of(p.id)) as ids) r
     where e.id = $1`,
    [id, language],
  );
  return rows[0];
}
