import type { PoolClient } from 'pg';
import type { PersonRecord, PersonRow } from './contract.ts';
import { recordColumns } from './write-person.ts';

const otherNames = `coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'use', n.use) order by n.name)
  from people.person_name n where n.person_id = p.id), '[]') as "otherNames"`;

export type KeptPerson = PersonRecord & { id: string; mergedInto: string | null; householdId: string | null; updatedAt: Date };

/** Records as they stand, each with its own names alone. */
export async function listRecords(tx: PoolClient, ids: readonly string[]): Promise<KeptPerson[]> {
  const { rows } = await tx.query<KeptPerson>({
    name: 'person-records',
    text: `select p.id, p.merged_into as "mergedInto", p.household_id as "householdId", p.updated_at as "updatedAt", ${recordColumns}, ${otherNames}
           from people.person p where p.id = any ($1)`,
    values: [ids],
  });
  return rows;
}
export async function findRecord(tx: PoolClient, id: string): Promise<KeptPerson | undefined> {
  return (await listRecords(tx, [id]))[0];
}

const row = (language: string): string => `
  select p.id, p.name, p.birth_date as "birthDate", p.birth_date_about as "birthDateAbout", p.sex, p.phone,
    (select t.name_${language === 'ar' ? 'ar' : 'fr'} from territory.territory t where t.code = p.commune_code) as "communeName",
    (select count(*)::int from cases."case" c where c.person_id = any (array(select people.records_of(p.id)))) as cases,
    greatest((select max(v.at) from desk.visit v where v.person_id = p.id),
             (select max(c.opened_at) from cases."case" c where c.person_id = p.id), p.created_at) as "lastSeenAt",
    ${otherNames}
  from people.person p`;

/** People as lists show them, in the order asked. */
export async function listPeople(tx: PoolClient, ids: readonly string[], language: string): Promise<PersonRow[]> {
  const { rows } = await tx.query<PersonRow>(`${row(language)} where p.id = any ($1) order by array_position($1, p.id)`, [ids]);
  return rows;
}

/** At most this many are looked at for one question, those who share the most first: past it what was typed tells nobody apart. */
const most = 100;

/** Of those who answer a question by words, which tells nothing of who is likeliest. */
const mostByWords = 60;

/** Those whose names answer a question of `questionsFor`. */
export async function findByWords(tx: PoolClient, question: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'people-by-words',
    text: `select id from people.find_by_words($1::tsquery, ${mostByWords}) as id`,
    values: [question],
  });
  return rows.map((r) => r.id);
}
/** Those who share a matching key, the most shared first; records merged into another stand for that one. */
export async function findByKeys(tx: PoolClient, organizationId: string, keys: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'people-by-keys',
    // A key that half the region shares tells nobody apart: of those it holds, a few stand for all.
    text: `select k.person_id as id from unnest($2::text[]) as asked(key) cross join lateral
             (select k.person_id from people.matching_key k where k.organization_id = $1 and k.key = asked.key limit 200) k
           group by k.person_id order by count(*) desc limit ${most}`,
    values: [organizationId, keys],
  });
  return rows.map((r) => r.id);
}
export async function findByPhone(tx: PoolClient, organizationId: string, phone: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    'select id from people.person where organization_id = $1 and phone = $2 and merged_into is null limit 20',
    [organizationId, phone],
  );
  return rows.map((r) => r.id);
}
/** Whose case or visit carries this reference. */
export async function findByReference(tx: PoolClient, reference: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select people.standing_for(person_id) as id from cases."case" where reference = $1 and person_id is not null
     union select people.standing_for(person_id) from desk.visit where reference = $1 and person_id is not null`,
    [reference],
  );
  return rows.map((r) => r.id);
}
