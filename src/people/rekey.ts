import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { PersonRecord } from './contract.ts';
import { recordKeys } from './matching/index.ts';
import { matchingRecords, unknownPerson } from './record.ts';
import { lexemesOf } from './searched.ts';

/** Names invented to touch every way a key is made: both scripts, articles, initials, three parts, a date. */
const probes: PersonRecord[] = [
  'Mohammed El Ouardi',
  'محمد الوردي',
  'ⵎⵓⵃⵎⵎⴷ',
  'A. Benchekroun',
  'Aïcha bent Ali Ould Sidi',
  'Mamadou Diallo',
  'Grace Okonkwo',
].map((name) => ({ ...unknownPerson, name, birthDate: '1969-07-14' }));
/** Changes when, and only when, the matching finds people by other keys than before. */
export const keysMark = (): string =>
  createHash('sha256')
    .update(JSON.stringify(probes.map((p) => [matchingRecords(p).flatMap(recordKeys), lexemesOf(p)])))
    .digest('hex')
    .slice(0, 16);

const chunk = 2000;
type Row = {
  id: string;
  organizationId: string;
  name: string;
  birthDate: string | null;
  sex: PersonRecord['sex'];
  communeCode: string | null;
  otherNames: PersonRecord['otherNames'];
};

/**
 * Writes everybody's keys anew if the matching has other ones than those in the database; returns how many people, 0 when nothing had to be done.
 * In small transactions that begin again where they stopped: nobody waits, and a record changed meanwhile has the new keys already.
 */
export async function rekeyPeople(owner: Client, mark = keysMark()): Promise<number> {
  const { rows } = await owner.query<{ mark: string }>('select mark from people.keyed_by');
  if (rows[0]?.mark === mark) return 0;
  let done = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const people = await rekeyAfter(owner, after);
    const last = people.at(-1);
    if (!last) break;
    done += people.length;
    after = last;
  }
  await owner.query('insert into people.keyed_by (mark) values ($1) on conflict (one) do update set mark = excluded.mark', [mark]);
  return done;
}

async function rekeyAfter(owner: Client, after: string): Promise<string[]> {
  await owner.query('begin');
  try {
    const { rows } = await owner.query<Row>(
      `select p.id, p.organization_id as "organizationId", p.name, p.birth_date as "birthDate", p.sex, p.commune_code as "communeCode",
         coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'use', n.use)) from people.person_name n where n.person_id = p.id), '[]') as "otherNames"
       from people.person p where p.id > $1 order by p.id limit ${chunk} for update of p`,
      [after],
    );
    const people = rows.map((r) => ({ ...r, record: { ...unknownPerson, ...r } }));
    const keys = people.flatMap((p) =>
      [...new Set(matchingRecords(p.record).flatMap(recordKeys))].map((key) => ({ id: p.id, organizationId: p.organizationId, key })),
    );
    await owner.query('delete from people.matching_key where person_id = any ($1)', [people.map((p) => p.id)]);
    await owner.query(
      `insert into people.matching_key (organization_id, key, person_id)
       select * from unnest($1::uuid[], $2::text[], $3::uuid[])`,
      [keys.map((k) => k.organizationId), keys.map((k) => k.key), keys.map((k) => k.id)],
    );
    await owner.query(
      `update people.person p set searched = array_to_tsvector(array(select jsonb_array_elements_text(w.words)))
       from unnest($1::uuid[], $2::jsonb[]) as w(id, words) where p.id = w.id`,
      [people.map((p) => p.id), people.map((p) => JSON.stringify(lexemesOf(p.record)))],
    );
    await owner.query('commit');
    return people.map((p) => p.id);
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
